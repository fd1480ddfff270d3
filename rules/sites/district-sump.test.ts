import { expect, test } from 'vitest';
import { isoDate } from '../../vocabulary/time.ts';
import { districtSumps } from './district-sump.ts';
import type { SitePart } from './site.ts';

const date = isoDate.parse('2026-01-15');
const sump = (facts: SitePart['facts']): SitePart => ({ partId: 'a', kind: 'sump', facts: { name: '1#', ...facts } });

test('a district sump holds four hours of its own district’s inflow; main sumps and pumps are not of it', () => {
  const parts = [
    sump({ sumpKind: 'district', normalInflow_m3PerH: '100', effectiveVolume_m3: '400' }),
    sump({ sumpKind: 'district', normalInflow_m3PerH: '100', effectiveVolume_m3: '399.9' }),
    sump({ sumpKind: 'district', effectiveVolume_m3: '400' }),
    sump({ sumpKind: 'main', normalInflow_m3PerH: '100', effectiveVolume_m3: '1' }),
    { partId: 'b', kind: 'pump' as const, facts: { sumpKind: 'district' } },
  ];
  const found = districtSumps({ parts }, date);
  expect(found.map(({ verdict: { status, severity, reason } }) => [status, severity, reason])).toEqual([
    ['pass', null, null],
    ['fail', 'general', null],
    ['unknown', null, 'missing:normalInflow_m3PerH'],
  ]);
  expect(found[1]?.verdict.results.requiredVolume_m3).toBe(400);
});
