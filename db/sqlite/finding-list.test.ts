import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { appendEvent } from '../log/append-event.ts';
import { type TestDevice, testDevice } from '../log/test-device.ts';
import { rebuild } from '../state/rebuild.ts';
import { recountStateHash, stateHashOf } from '../state/state-of.ts';

const idOf = (n: number): string => n.toString(16).padStart(32, '0');

function raise(device: TestDevice, n: number, about: { fact: string; mine?: string; state?: string }): void {
  device.clock.wall += 1000;
  const { fact, mine = '甲矿', state = 'raised' } = about;
  const judged = { severity: 'general', citations: [], decision: null, state };
  const body = { inspection: idOf(1), item: 'water.people.plan', mine, fact, ...judged };
  const subject = `finding/${idOf(n)}/finding`;
  orThrow(appendEvent(device.ports, { author: 'b'.repeat(32) as never, type: 'finding', subject, body }));
}

const planOf = ({ stores }: TestDevice, sql: string): string =>
  stores.db
    .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all()
    .map((row) => row.detail)
    .join('; ');

function withFindings(count: number): TestDevice {
  const device = testDevice('lister', 'inspector');
  for (let n = 1; n <= count; n += 1)
    raise(device, n, { fact: `第 ${n} 处顶板淋水`, mine: n % 3 === 0 ? '乙矿' : '甲矿' });
  return device;
}

describe('the list of findings', () => {
  const page = { mine: '甲矿', state: 'raised', after: null, holding: '', limit: 3 };

  test('is read page by page, the newest first, without a gap or a repeat', () => {
    const { stores } = withFindings(11);
    const seen: string[] = [];
    for (let after: { at: number; n: number } | null = null; ; ) {
      const lines = stores.findings.ofMine({ ...page, after });
      seen.push(...lines.map((line) => line.fact));
      const last = lines.at(-1);
      if (!last) break;
      after = last;
    }
    expect(seen).toEqual([11, 10, 8, 7, 5, 4, 2, 1].map((n) => `第 ${n} 处顶板淋水`));
  });

  test('comes from an index that holds all of it: no row is looked up and nothing is sorted', () => {
    const device = withFindings(3);
    const { sql } = device.stores.findings;
    const plan = (text: string) => planOf(device, text.replaceAll('?', '0'));
    expect(plan(sql.mine)).toMatch(
      /^SEARCH p_findings USING COVERING INDEX p_findings_1 \(mine=\? AND state=\? AND wall<\?\)$/,
    );
    expect(plan(sql.holding)).toMatch(/SEARCH p_findings USING COVERING INDEX p_findings_2 \(mine=\? AND state=\?/);
    expect(plan(sql.newest)).toMatch(/^SEARCH p_findings USING INDEX p_findings_4 \(wall<\?\)$/);
    expect(plan(sql.grave)).toMatch(/^SEARCH p_findings USING INDEX p_findings_3 \(severity=\? AND wall<\?\)$/);
    expect(plan(sql.search)).toMatch(
      /^SCAN w VIRTUAL TABLE INDEX \S+M1<; SEARCH f USING INTEGER PRIMARY KEY \(rowid=\?\)$/,
    );
    expect(plan(sql.nearest)).toMatch(
      /^CO-ROUTINE \(?subquery-1\)?; SEARCH p_findings USING INTEGER PRIMARY KEY \(rowid<\?\); SCAN \(?subquery-1\)?$/,
    );
    expect(plan(sql.counts)).toMatch(/^SCAN p_findings USING COVERING INDEX p_findings_3$/);
    const rows = "SELECT * FROM p_findings WHERE inspection = 'x'";
    expect(planOf(device, rows)).toMatch(/USING INDEX p_findings_0/);
  });

  test('finds words of two characters, phrases, single characters and figures, in one mine and in all', () => {
    const device = withFindings(4);
    raise(device, 20, { fact: '3# 水泵 漏油，超前距 27.5 m', mine: '丙矿' });
    const { findings } = device.stores;
    const all = { severity: null, after: null, limit: 50 };
    const found = (phrase: string) => findings.search({ ...all, phrase }).map((line) => line.finding);
    expect(found('淋水')).toHaveLength(4);
    expect(found('顶板淋')).toHaveLength(4);
    expect(found('处顶板淋水')).toHaveLength(4);
    expect(found('处顶板漏水')).toEqual([]);
    expect(found('水泵')).toEqual([idOf(20)]);
    expect(found('水')).toHaveLength(5);
    expect(found('油')).toEqual([idOf(20)]);
    expect(found('27.5')).toEqual([idOf(20)]);
    expect(found('水泵 超前')).toEqual([idOf(20)]);
    expect(found('淋板')).toEqual([]);
    for (const phrase of ['', '"', '*', '，', 'NOT', 'a OR b']) expect(found(phrase)).toEqual([]);
    expect(findings.ofMine({ ...page, holding: '顶板' }).map((line) => line.finding)).toEqual([4, 2, 1].map(idOf));
    expect(findings.ofMine({ ...page, holding: '%' })).toEqual([]);
  });

  test('of all mines is read page by page too, counted, and narrowed to the grave ones', () => {
    const device = withFindings(7);
    const { findings } = device.stores;
    const pageFrom = (after: { at: number; n: number } | null) => findings.newest({ severity: null, after, limit: 4 });
    const one = pageFrom(null);
    expect(one.map((line) => line.finding)).toEqual([7, 6, 5, 4].map(idOf));
    expect(pageFrom(one.at(-1) ?? null).map((line) => line.finding)).toEqual([3, 2, 1].map(idOf));
    expect(one[0]).toMatchObject({ mine: '甲矿', state: 'raised' });
    expect(findings.newest({ severity: 'major', after: null, limit: 4 })).toEqual([]);
    expect(findings.newest({ severity: 'general', after: null, limit: 9 })).toHaveLength(7);
    expect(findings.search({ phrase: '淋水', severity: 'major', after: null, limit: 9 })).toEqual([]);
    expect(findings.counts()).toEqual({ major: 0, general: 7 });
  });

  test('follows corrections, and a rebuild gives the same', () => {
    const device = withFindings(3);
    raise(device, 2, { fact: '水仓淤积', state: 'ordered' });
    const { stores, ports } = device;
    const any = { severity: null, after: null, limit: 9 };
    const seen = () => [
      stores.findings.ofMine(page),
      stores.findings.search({ ...any, phrase: '淋水' }),
      stores.findings.search({ ...any, phrase: '水仓' }),
    ];
    const before = seen();
    expect(before.map((lines) => lines.map((line) => line.finding))).toEqual([
      [idOf(1)],
      [idOf(3), idOf(1)],
      [idOf(2)],
    ]);
    orThrow(rebuild(stores, ports.checks()));
    expect(seen()).toEqual(before);
    expect(recountStateHash(stores)).toBe(stateHashOf(stores));
  });
});

test('rows of one inspection are found by their subjects, whatever lies beside them', () => {
  const device = testDevice('asker', 'inspector');
  const body = { outcome: 'pass', facts: {}, verdict: null, reason: '', override: null, note: '' };
  for (const inspection of [1, 2, 15, 16, 255]) {
    const subject = `inspection/${idOf(inspection)}/answer:water.one`;
    orThrow(appendEvent(device.ports, { author: 'b'.repeat(32) as never, type: 'answer', subject, body }));
  }
  for (const inspection of [1, 15, 255, 3]) {
    const rows = device.stores.rows('answers', { inspection: idOf(inspection) as never });
    expect(rows.map((row) => row.inspection)).toEqual(inspection === 3 ? [] : [idOf(inspection)]);
  }
});
