import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { type EntityId, inspectionId, logId } from '../../vocabulary/ids.ts';
import { fail, orThrow } from '../../vocabulary/result.ts';
import { toldPost } from '../../vocabulary/withdrawal.ts';
import type { OrderDraft } from '../ports/withdrawal-models.ts';
import {
  create,
  download,
  enrol,
  INSPECTION,
  PERSON,
  startTestRecorder,
  type TestRecorder,
  upload,
} from './test-recorder.ts';

const started: TestRecorder[] = [];
afterEach(async () => {
  for (const recorder of started.splice(0)) {
    await recorder.close();
    await recorder.remove();
  }
});

async function device(principal: string, role: 'inspector' | 'lead' = 'inspector'): Promise<TestRecorder> {
  const recorder = await startTestRecorder();
  started.push(recorder);
  await create(recorder);
  await enrol(recorder, principal, role);
  return recorder;
}

const AREA = [{ placeId: null, name: '1203 掘进工作面' }];
const draft = (more: Partial<OrderDraft> = {}): OrderDraft => ({
  inspectionId: null,
  mine: '示例煤矿',
  trigger: { kind: 'sign', signs: ['red-stain', 'water-sound'], alarm: null, item: null },
  foundAt: null,
  foundPlace: { placeId: null, name: '1203 掘进工作面' },
  area: AREA,
  danger: '',
  ...more,
});
const issue = async ({ client }: TestRecorder, more: Partial<OrderDraft> = {}) =>
  orThrow(await client.ask('withdrawal/issue', draft(more)));
const read = async ({ client }: TestRecorder, id: EntityId) => {
  const view = orThrow(await client.ask('withdrawal/list', { inspectionId: null })).find(
    ({ withdrawalId }) => withdrawalId === id,
  );
  if (!view) throw new Error('the order is not in the record');
  return view;
};
const SERIES = { province: '晋', unit: '晋中', letter: '撤', year: 2026 };
const ownLog = async ({ client }: TestRecorder) =>
  logId.parse(orThrow(await client.ask('session/state', {})).device.log);

/** Hands everything of one device to another. */
async function carry(from: TestRecorder, to: TestRecorder) {
  from.pass(1000); // a bundle is named by its second
  const { name } = orThrow(await from.client.ask('bundle/export', { folder: null }));
  return orThrow(await to.client.ask('bundle/import', { upload: await upload(to, name, await download(from, name)) }));
}

describe('ordering people out', () => {
  test('one press says the time, the danger found and the documents behind it', async () => {
    const tablet = await device('team01-dev1@jingxun');
    const order = await issue(tablet);
    expect(order.danger).toBe('1203 掘进工作面：发现突水征兆：挂红、水叫');
    expect(order.issuedAt).toBe(order.foundAt);
    expect(order.citations.map(({ document }) => document)).toEqual(['rules25', 'hazard21']);
    expect(order.citations.every(({ article }) => article === null)).toBe(true);
    expect(order).toMatchObject({ author: PERSON.name, people: { missing: null }, clearedAt: null, voided: null });
  });

  test('nothing but the area has to be said', async () => {
    const tablet = await device('team01-dev1@jingxun');
    const bare = {
      mine: '',
      foundPlace: null,
      trigger: { kind: 'other' as const, signs: [], alarm: null, item: null },
    };
    expect((await issue(tablet, bare)).danger).toBe('发现严重险情');
    const refused = await tablet.client.ask('withdrawal/issue', draft({ ...bare, area: [] }));
    expect(refused.ok).toBe(false);
  });

  test('an order of an inspection that is not here is refused', async () => {
    const tablet = await device('team01-dev1@jingxun');
    const stranger = inspectionId.parse('f'.repeat(32));
    expect(await tablet.client.ask('withdrawal/issue', draft({ inspectionId: stranger }))).toEqual(
      fail({ code: 'not_found', what: stranger }),
    );
  });

  test('everybody is out only when everybody is counted out', async () => {
    const tablet = await device('team01-dev1@jingxun');
    const { withdrawalId } = await issue(tablet);
    const clear = () => tablet.client.ask('withdrawal/clear', { withdrawalId, cleared: true });
    const count = (before: number | null, out: number | null) =>
      tablet.client.ask('withdrawal/people', { withdrawalId, before, out, source: '人员定位' });
    expect(await clear()).toEqual(fail({ code: 'people_not_counted' }));
    orThrow(await count(23, null));
    expect(await clear()).toEqual(fail({ code: 'people_not_counted' }));
    orThrow(await count(23, 19));
    expect(await clear()).toEqual(fail({ code: 'people_missing', missing: 4 }));
    orThrow(await count(23, 23));
    expect(orThrow(await clear()).clearedAt).not.toBeNull();
    // counted again and found one missing: it is not cleared any more, whatever was said
    expect(orThrow(await count(24, 23)).clearedAt).toBeNull();
  });

  test('work goes on only after everybody is out and every step was looked at', async () => {
    const tablet = await device('team01-dev1@jingxun');
    const { withdrawalId, resume } = await issue(tablet);
    const done = ['danger', 'patrol', 'ventilation', 'power', 'drainage'] as const;
    const allow = (steps: readonly (typeof done)[number][]) =>
      tablet.client.ask('withdrawal/resume', {
        withdrawalId,
        condition: resume.condition,
        done: [...steps],
        allowed: true,
      });
    expect(await allow(done)).toEqual(fail({ code: 'not_cleared' }));
    orThrow(await tablet.client.ask('withdrawal/people', { withdrawalId, before: 0, out: 0, source: '' }));
    orThrow(await tablet.client.ask('withdrawal/clear', { withdrawalId, cleared: true }));
    expect(await allow(done.slice(1))).toEqual(fail({ code: 'resume_not_checked', open: 1 }));
    expect(orThrow(await allow(done)).resume.at).not.toBeNull();
  });

  test('who was told is kept with the second, and can be taken back', async () => {
    const tablet = await device('team01-dev1@jingxun');
    const { withdrawalId } = await issue(tablet);
    for (const post of toldPost.options) {
      const ask = { withdrawalId, post, told: true, name: '李值班' };
      expect(orThrow(await tablet.client.ask('withdrawal/tell', ask)).told.map((one) => one.post)).toContain(post);
    }
    const back = { withdrawalId, post: 'dutyLeader' as const, told: false, name: '' };
    expect(orThrow(await tablet.client.ask('withdrawal/tell', back)).told).toHaveLength(4);
  });

  test('the area can be widened and an order given in error is void and stays', async () => {
    const tablet = await device('team01-dev1@jingxun');
    const { withdrawalId, issuedAt } = await issue(tablet);
    const wider = [...AREA, { placeId: null, name: '全矿井' }];
    expect(orThrow(await tablet.client.ask('withdrawal/change', { withdrawalId, area: wider }))).toMatchObject({
      area: wider,
      issuedAt,
    });
    orThrow(await tablet.client.ask('withdrawal/change', { withdrawalId, voidFor: '误按' }));
    expect(await read(tablet, withdrawalId)).toMatchObject({ voided: { reason: '误按' }, area: wider });
  });

  test('a photo and signatures go with it, and into the bundle with the order', async () => {
    const tablet = await device('team01-dev1@jingxun');
    const lead = await device('lead01-dev1@jingxun', 'lead');
    const opened = orThrow(await tablet.client.ask('inspection/open', INSPECTION));
    const { withdrawalId } = await issue(tablet, opened);
    const bytes = Buffer.from('a photo of the locating screen');
    const photo = { withdrawalId, label: '人员定位屏', mime: 'image/jpeg', bytes: bytes.toString('base64') };
    const [kept] = orThrow(await tablet.client.ask('withdrawal/photo', photo)).photos;
    expect(kept?.blob).toBe(createHash('sha256').update(bytes).digest('hex'));
    const hand = { name: PERSON.name, certificateNo: PERSON.certificateNo, role: 'officer' as const, refused: null };
    const png = Buffer.from('strokes').toString('base64');
    orThrow(await tablet.client.ask('withdrawal/sign', { withdrawalId, ...hand, png }));
    const refusal = { reason: '不同意', witness: '李树新' };
    const head = { name: '王某', certificateNo: '', role: 'unitHead' as const, png: null, refused: refusal };
    orThrow(await tablet.client.ask('withdrawal/sign', { withdrawalId, ...head }));
    await carry(tablet, lead);
    const there = await read(lead, withdrawalId);
    expect(there.signatures.map(({ name }) => name)).toEqual([PERSON.name, '王某']);
    const { bytes: back } = orThrow(
      await lead.client.ask('blob/read', { blob: there.photos[0]?.blob ?? ('' as never) }),
    );
    expect(Buffer.from(back, 'base64')).toEqual(bytes);
    const { html } = orThrow(await lead.client.ask('report/preview', opened));
    expect(html).toContain('发现突水征兆：挂红、水叫');
    expect(html).toContain(there.paper.mark);
  });
});

describe('the number of an order', () => {
  test('stands at once where a lead gave this device numbers, and the next order gets the next', async () => {
    const tablet = await device('team01-dev1@jingxun');
    const lead = await device('lead01-dev1@jingxun', 'lead');
    await carry(tablet, lead);
    const given = { holder: await ownLog(tablet), series: SERIES, count: 2 };
    orThrow(await lead.client.ask('lease/give', given));
    await carry(lead, tablet);
    const orders = [await issue(tablet), await issue(tablet), await issue(tablet)];
    expect(orders.map(({ paper }) => paper.number)).toEqual([
      '晋（晋中）煤安撤〔2026〕1号',
      '晋（晋中）煤安撤〔2026〕2号',
      null,
    ]);
    expect(new Set(orders.map(({ paper }) => paper.mark)).size).toBe(3);
    expect(orThrow(await tablet.client.ask('lease/list', {}))).toMatchObject([{ own: true, used: 2, next: null }]);
    expect(await tablet.client.ask('paper/number', {})).toMatchObject({ fault: { code: 'no_numbers_left' } });
  });

  test('is given by the lead at the merge, keeps the link, and comes back to the tablet', async () => {
    const tablet = await device('team01-dev1@jingxun');
    const lead = await device('lead01-dev1@jingxun', 'lead');
    orThrow(await lead.client.ask('lease/give', { holder: await ownLog(lead), series: SERIES, count: 10 }));
    const { withdrawalId, paper } = await issue(tablet);
    expect(paper.number).toBeNull();
    await carry(tablet, lead);
    const there = await read(lead, withdrawalId);
    expect(there.paper).toMatchObject({ number: '晋（晋中）煤安撤〔2026〕1号', mark: paper.mark, conflict: false });
    const before = orThrow(await lead.client.ask('session/state', {})).saved?.seq;
    await carry(tablet, lead);
    expect(orThrow(await lead.client.ask('session/state', {})).saved?.seq).toBe(before);
    await carry(lead, tablet);
    expect((await read(tablet, withdrawalId)).paper.number).toBe('晋（晋中）煤安撤〔2026〕1号');
    const { html, title } = orThrow(await tablet.client.ask('withdrawal/print', { withdrawalId }));
    expect(title).toContain('〔2026〕1号');
    expect(html).toContain(paper.mark);
  });

  test('given by two leads, both stand until one is chosen, and the other is void and never used again', async () => {
    const tablet = await device('team01-dev1@jingxun');
    const leads = [await device('lead01-dev1@jingxun', 'lead'), await device('lead02-dev1@jingxun', 'lead')] as const;
    for (const [at, lead] of leads.entries()) {
      const series = { ...SERIES, unit: ['晋中', '吕梁'][at] ?? '' };
      orThrow(await lead.client.ask('lease/give', { holder: await ownLog(lead), series, count: 10 }));
    }
    const { withdrawalId } = await issue(tablet);
    for (const lead of leads) await carry(tablet, lead);
    const [first, second] = leads;
    await carry(second, first);
    const split = (await read(first, withdrawalId)).paper;
    expect(split.conflict).toBe(true);
    expect([split.number, ...split.others.map(({ number }) => number)].toSorted()).toEqual(
      ['晋（吕梁）煤安撤〔2026〕1号', '晋（晋中）煤安撤〔2026〕1号'].toSorted(),
    );
    const { conflicts } = orThrow(await first.client.ask('exchange/state', {}));
    expect(conflicts).toMatchObject([{ subject: `document/${withdrawalId}/number`, mine: '示例煤矿' }]);
    expect(conflicts[0]?.heads.map(({ summary }) => summary).join()).toMatch(/晋中.*1号/);
    const kept = conflicts[0]?.heads.find(({ summary }) => summary.includes('晋中'));
    if (!kept) throw new Error('no head of 晋中');
    const chosen = { subject: `document/${withdrawalId}/number`, chosen: kept.event, reason: '先编的' };
    orThrow(await first.client.ask('conflict/resolve', chosen));
    const settled = (await read(first, withdrawalId)).paper;
    expect(settled).toMatchObject({ number: '晋（晋中）煤安撤〔2026〕1号', conflict: false });
    expect(settled.others).toEqual([{ number: '晋（吕梁）煤安撤〔2026〕1号', reason: '裁定用另一个号' }]);
    await carry(first, second);
    expect((await issue(second)).paper.number).toBe('晋（吕梁）煤安撤〔2026〕2号');
  });

  test('belongs to a log: an inspector may not give numbers', async () => {
    const tablet = await device('team01-dev1@jingxun');
    const ask = { holder: await ownLog(tablet), series: SERIES, count: 1 };
    expect(await tablet.client.ask('lease/give', ask)).toMatchObject({ fault: { code: 'role_denied' } });
  });
});
