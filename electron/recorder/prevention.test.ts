import { afterEach, expect, test } from 'vitest';
import { mineCheck, mineRisk } from '../../vocabulary/dual-prevention.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { create, startTestRecorder, type TestRecorder } from './test-recorder.ts';

const started: TestRecorder[] = [];
afterEach(async () => {
  for (const recorder of started.splice(0)) {
    await recorder.close();
    await recorder.remove();
  }
});

const MINE = '示例煤矿';
async function working() {
  const recorder = await startTestRecorder();
  started.push(recorder);
  await create(recorder);
  const list = async () => orThrow(await recorder.client.ask('prevention/list', { mine: MINE }));
  return { ...recorder, list };
}

const check = mineCheck.parse({
  mine: MINE,
  level: 'workshop',
  checkedOn: '2026-11-09',
  unit: '掘进一队',
  checkers: '张明',
  area: '15105',
  hazards: [
    {
      content: '局扇开关缺护罩',
      place: '15105',
      level: 'general',
      responsible: '李强',
      measure: '补装',
      deadline: '2026-11-12',
      closedOn: null,
    },
  ],
  source: '周查台账第12页',
});
const risk = (colour: string, text: string) =>
  mineRisk.parse({
    mine: MINE,
    colour,
    risk: text,
    place: '',
    control: '',
    person: '',
    reviewOn: '2026-12-01',
    at: { x: 500, y: 250 },
  });

test('checks are listed by their day, corrected, and taken back without being lost', async () => {
  const { client, list } = await working();
  const { entryId } = orThrow(await client.ask('prevention/check', { entryId: null, check }));
  orThrow(
    await client.ask('prevention/check', {
      entryId: null,
      check: { ...check, checkedOn: check.checkedOn, unit: '通风队' },
    }),
  );
  orThrow(await client.ask('prevention/check', { entryId, check: { ...check, unit: '掘进二队' } }));
  expect((await list()).checks.map(({ unit }) => unit).sort()).toEqual(['掘进二队', '通风队']);
  orThrow(await client.ask('prevention/remove', { entryId, kind: 'check' }));
  expect((await list()).checks.map(({ unit }) => unit)).toEqual(['通风队']);
  expect(await client.ask('prevention/remove', { entryId, kind: 'risk' })).toMatchObject({
    fault: { code: 'not_found' },
  });
});

test('risks are listed from red to blue, and the newest map stands', async () => {
  const { client, list, pass } = await working();
  for (const [colour, text] of [
    ['blue', '粉尘'],
    ['red', '老空水'],
    ['orange', '顶板'],
  ] as const)
    orThrow(await client.ask('prevention/risk', { entryId: null, risk: risk(colour, text) }));
  expect((await list()).risks.map((one) => one.risk)).toEqual(['老空水', '顶板', '粉尘']);
  const bytes = (text: string) => Buffer.from(text).toString('base64');
  for (const name of ['旧图.png', '新图.png']) {
    orThrow(await client.ask('prevention/map', { mine: MINE, name, mime: 'image/png', bytes: bytes(name) }));
    pass(1000);
  }
  const { map } = await list();
  expect(map?.label).toBe('新图.png');
  expect(orThrow(await client.ask('blob/read', { blob: map?.picture.blob ?? ('' as never) })).mime).toBe('image/png');
});
