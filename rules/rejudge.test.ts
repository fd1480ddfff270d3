import { expect, test } from 'vitest';
import { orThrow } from '../vocabulary/result.ts';
import { isoDate } from '../vocabulary/time.ts';
import { judge } from './judge.ts';
import { loadPack } from './packs/pack.ts';
import { packs } from './packs/registry.ts';
import { rules22 } from './packs/safety-rules.ts';
import { compareVerdicts } from './rejudge.ts';

const at = (day: string) => ({ date: isoDate.parse(day) });
const facts = { location: 'faceReturn', ch4_pct: '0.9' };
const judged = (when: Parameters<typeof judge>[2]) => orThrow(judge('gas.ch4.action', facts, when));

test('another edition with the same figures changes no verdict, and says which it is', () => {
  expect(compareVerdicts(judged(at('2026-01-15')), judged(at('2026-11-27')))).toMatchObject({
    before: 'pass',
    after: 'pass',
    changes: false,
    why: [{ what: 'edition', symbol: null, before: 'rules22@1', after: 'rules25@1' }],
    citations: [{ document: 'rules22' }, { document: 'rules25' }],
  });
});

test('a day before any edition leaves the verdict unknown', () => {
  expect(compareVerdicts(judged(at('2026-01-15')), judged(at('2019-01-15')))).toMatchObject({
    before: 'pass',
    after: 'unknown',
    changes: true,
  });
});

test('packs with a lower figure change the verdict, and the figure is named', () => {
  const stricter = rules22.limits.map((limit) => (limit.key === 'ch4.return' ? { ...limit, value: '0.8' } : limit));
  const other = orThrow(loadPack({ ...rules22, version: 2, limits: stricter }));
  const chosen = packs.map((pack) => (pack.id === 'rules22' ? other : pack));
  const after = judged({ ...at('2026-01-15'), packs: chosen });
  expect(after).toMatchObject({ status: 'fail', pack: { version: 2 } });
  const { changes, why } = compareVerdicts(judged(at('2026-01-15')), after);
  expect(changes).toBe(true);
  expect(why).toContainEqual({ what: 'limit', symbol: 'c(CH₄)', before: '≤ 1 %', after: '≤ 0.8 %' });
  expect(why).toContainEqual({ what: 'edition', symbol: null, before: 'rules22@1', after: 'rules22@2' });
  expect(judged(at('2026-01-15')).status).toBe('pass');
});
