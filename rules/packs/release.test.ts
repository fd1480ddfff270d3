import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { judge } from '../judge.ts';
import { packs } from './registry.ts';
import { readRelease, releaseInForce, withRelease } from './release.ts';
import { rules22, rules25 } from './safety-rules.ts';

const TODAY = '2026-11-27';
const next = { ...rules25, id: 'rules27', effectiveFrom: '2027-01-01' };
const releaseOf = (more: object) =>
  orThrow(readRelease(JSON.stringify({ number: 5, issued: TODAY, packs: [], ends: [], ...more })));
const put = (more: object) => withRelease(packs, releaseOf(more), TODAY);
const ends = [{ id: 'rules25', effectiveTo: '2026-12-31' }];

describe('a release of the province', () => {
  test('adds an edition and ends the one before; days before are judged as they were', () => {
    const lower = next.limits.map((limit) => (limit.key === 'ch4.return' ? { ...limit, value: '0.8' } : limit));
    const merged = orThrow(put({ packs: [{ ...next, limits: lower }], ends }));
    const statusOn = (day: string) =>
      orThrow(
        judge(
          'gas.ch4.action',
          { location: 'faceReturn', ch4_pct: '0.9' },
          { date: isoDate.parse(day), packs: merged },
        ),
      );
    expect(statusOn('2026-12-31')).toMatchObject({ status: 'pass', pack: { id: 'rules25' } });
    expect(statusOn('2027-01-01')).toMatchObject({ status: 'fail', pack: { id: 'rules27' } });
  });

  test('never changes an edition whose days have been used to judge, nor takes a day from it', () => {
    const changed = rules25.limits.map((limit) => (limit.key === 'ch4.return' ? { ...limit, value: '1.5' } : limit));
    const used = { ok: false, fault: { code: 'pack_changes_used', pack: 'rules25' } };
    expect(put({ packs: [{ ...rules25, limits: changed }] })).toMatchObject(used);
    expect(put({ ends: [{ id: 'rules25', effectiveTo: '2026-11-26' }] })).toMatchObject(used);
    expect(put({ packs: [{ ...rules25, effectiveFrom: '2026-03-01' }] })).toMatchObject(used);
    expect(put({ packs: [{ ...rules22, effectiveTo: '2026-02-28' }] })).toMatchObject({
      fault: { code: 'pack_changes_used', pack: 'rules22' },
    });
    expect(put({ packs: [rules25], ends }).ok).toBe(true);
  });

  test('may not lay two editions of one family over one another, or end what is not there', () => {
    expect(put({ packs: [next] })).toMatchObject({ fault: { code: 'pack_overlap' } });
    expect(put({ ends: [{ id: 'rules99', effectiveTo: '2027-01-01' }] })).toMatchObject({
      fault: { code: 'bad_pack' },
    });
  });

  test('is refused where it is malformed, with the place', () => {
    expect(readRelease('no json')).toMatchObject({ fault: { code: 'bad_pack' } });
    expect(readRelease(JSON.stringify({ number: 0, issued: TODAY, packs: [], ends: [] }))).toMatchObject({
      fault: { path: 'number' },
    });
    const broken = { ...next, limits: [{ ...next.limits[0], value: 'many' }] };
    const text = (pack: object) => JSON.stringify({ number: 1, issued: TODAY, packs: [pack], ends: [] });
    expect(readRelease(text(broken))).toMatchObject({ fault: { code: 'bad_pack', path: 'packs.0' } });
    expect(readRelease(text({ ...next, source: 'company' }))).toMatchObject({ fault: { path: 'packs.0.source' } });
  });

  test('of the highest number is in force; two of one number with different content are neither', () => {
    const held = (number: number, text: string) => ({ number, text });
    expect(releaseInForce([])).toBeNull();
    expect(releaseInForce([held(3, 'c'), held(5, 'e'), held(4, 'd')])?.text).toBe('e');
    expect(releaseInForce([held(5, 'e'), held(5, 'e')])?.text).toBe('e');
    expect(releaseInForce([held(4, 'd'), held(5, 'e'), held(5, 'x')])?.text).toBe('d');
  });
});
