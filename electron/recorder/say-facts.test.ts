import { expect, test } from 'vitest';
import { sayFacts } from './say-facts.ts';
import { zoneSaid } from './zone-conflict.ts';

const salt = 'a'.repeat(32);

test('what two tablets wrote of a site is read by labels, units and words, never by keys', () => {
  const said = sayFacts({ casing_m: '12', thickSeam: true, probeTarget: 'goaf-unclear', name: '2#', lead_m: null });
  expect(said).toContain('12 m');
  expect(said).toContain('是');
  expect(said).toContain('名称 2#');
  expect(said).not.toMatch(/casing_m|thickSeam|probeTarget|goaf-unclear|lead_m|=/);
});

test('a zone is told by its kind, its figures and its corners', () => {
  const zone = {
    salt,
    mine: '示例煤矿',
    name: '二采区',
    zoneType: 'deferred',
    waterKind: 'floor',
    seam: '15号煤',
    waterPressure_MPa: '3',
    aquicludeThickness_m: '60',
    inrushCoefficient_MPaPerM: null,
    demonstrationNo: '',
    approver: '总工程师',
    approved_date: '2026-03-01',
    validUntil_date: null,
    evidence: '',
    outline_dm: [
      [0, 0],
      [10, 0],
      [10, 10],
    ],
  };
  const said = sayFacts(zoneSaid(zone) ?? {});
  for (const words of ['是哪一区 缓采区', '防哪种水 底板水', '3 MPa', '60 m', '批准人 总工程师', '图上顶点数 3'])
    expect(said).toContain(words);
  expect(said).not.toMatch(/[a-z]+_|zoneType|floor|deferred/);
  const change = {
    salt,
    from: 'deferred',
    to: 'mineable',
    date: '2026-05-01',
    reason: '注浆',
    evidence: '',
    approver: '',
  };
  expect(sayFacts(zoneSaid(change) ?? {})).toBe('原来 缓采区，改为 可采区，日期 2026-05-01，理由 注浆');
});
