import { describe, expect, test } from 'vitest';
import { isoDate } from '../../vocabulary/time.ts';
import { packInForce } from './law.ts';
import { loadPack } from './pack.ts';
import { packs } from './registry.ts';
import { rules22 } from './safety-rules.ts';

const day = (text: string) => isoDate.parse(text);

describe('rule packs', () => {
  test('of one family never two are in force on one day', () => {
    for (const one of packs)
      for (const other of packs.filter((pack) => pack !== one && pack.family === one.family))
        expect(one.effectiveTo !== null && one.effectiveTo < other.effectiveFrom, `${one.id} and ${other.id}`).toBe(
          one.effectiveFrom < other.effectiveFrom,
        );
  });

  test('the edition changes between the last and the first day', () => {
    expect(packInForce('safety', day('2022-03-31'))).toBeNull();
    expect(packInForce('safety', day('2022-04-01'))?.id).toBe('rules22');
    expect(packInForce('safety', day('2026-01-31'))?.id).toBe('rules22');
    expect(packInForce('safety', day('2026-02-01'))?.id).toBe('rules25');
    expect(packInForce('hazard', day('2026-06-30'))?.id).toBe('hazard4');
    expect(packInForce('hazard', day('2026-07-01'))?.id).toBe('hazard21');
  });

  test('an edition whose text was not read shows no article and asks for a check', () => {
    const unread = packs.filter((pack) => pack.id === 'rules25' || pack.id === 'hazard21');
    const entries = unread.flatMap((pack) => [...pack.limits, ...pack.tables, ...pack.clauses]);
    expect(entries.length).toBeGreaterThan(80);
    expect(entries.filter((entry) => entry.article !== null || !entry.needsCheck)).toEqual([]);
  });

  test('an article known only from a doubtful place asks for a check', () => {
    const memories = packs.flatMap((pack) => [...pack.limits, ...pack.tables, ...pack.clauses]);
    const silent = memories.filter((entry) => entry.article === null && !entry.needsCheck);
    expect(silent.map((entry) => entry.key)).toEqual(['validUntil']);
  });

  test('a pack is checked when loaded', () => {
    expect(loadPack({ ...rules22, effectiveTo: '2020-01-01' })).toMatchObject({
      ok: false,
      fault: { code: 'bad_pack', path: 'effectiveTo' },
    });
    const broken = rules22.limits.map((limit, at) => (at === 3 ? { ...limit, value: 'many' } : limit));
    expect(loadPack({ ...rules22, limits: broken })).toMatchObject({
      ok: false,
      fault: { code: 'bad_pack', path: 'limits.3.value' },
    });
    const counted = rules22.limits.map((limit, at) => (at === 3 ? { ...limit, unit: '1' } : limit));
    expect(loadPack({ ...rules22, limits: counted })).toMatchObject({
      ok: false,
      fault: { code: 'bad_pack', path: 'limits.3.unit' },
    });
    expect(loadPack({ ...rules22, limits: [...rules22.limits, ...rules22.limits] })).toMatchObject({ ok: false });
  });
});
