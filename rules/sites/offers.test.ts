import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import type { SiteKind } from '../../vocabulary/site.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { judgeItem } from '../checklist/judge-item.ts';
import { checkItems, findItem } from '../checklist/registry.ts';
import { partForms, siteFields, siteForms } from './forms.ts';
import { offersFor, probeOf } from './offers.ts';
import type { Site, SitePart } from './site.ts';

const date = isoDate.parse('2026-01-15');
const item = (id: string) => {
  const found = findItem(id);
  if (!found) throw new Error(id);
  return found;
};
const site = (placeId: string, kind: SiteKind, facts: Site['facts'], more: Partial<Site> = {}): Site => ({
  placeId,
  kind,
  parent: null,
  facts,
  parts: [],
  ...more,
});
const hole = (name: string, bearing: string, depth: string, more: SitePart['facts'] = {}): SitePart => ({
  partId: name,
  kind: 'hole',
  facts: { name, bearing_deg: bearing, dip_deg: '0', depth_m: depth, ...more },
});
const pump = (pumpDuty: string, capacity: string | null): SitePart => ({
  partId: `${pumpDuty}${capacity}`,
  kind: 'pump',
  facts: { pumpDuty, capacity_m3PerH: capacity },
});

const heading = site('h1', 'heading', { advance_m: '25', designLead_m: '30' });
const probe = site(
  'p1',
  'probeSite',
  {
    probeTarget: 'goaf-unclear',
    expectedPressure_MPa: '0.5',
    casing_m: '12',
    thickSeam: false,
    probeStart_date: '2026-01-05',
  },
  { parent: 'h1', parts: [hole('1', '0', '60'), hole('2', '2', '60'), hole('3', '-2', '60')] },
);
const sites = [heading, probe];
const valuesOf = (id: string, place: string, all = sites) =>
  Object.fromEntries(Object.entries(offersFor(item(id), place, all)).map(([key, { value }]) => [key, value]));
const judged = (id: string, place: string, all = sites) =>
  orThrow(judgeItem(item(id), valuesOf(id, place, all), item(id).evidence.flat(), { date, hydroType: 'complex' }));

describe('facts entered once', () => {
  test('of the holes and the driving give the rows of the heading their lead and their permitted advance', () => {
    expect(valuesOf('water.exploration.lead-goaf', 'h1')).toEqual({ leadDistance_m: '34.9' });
    expect(judged('water.exploration.lead-goaf', 'h1').status).toBe('pass');
    expect(judged('water.exploration.advance-board', 'h1')).toMatchObject({
      status: 'pass',
      results: { permittedAdvance_m: 29.9 },
    });
    const driven = [site('h1', 'heading', { ...heading.facts, advance_m: '30' }), probe];
    expect(judged('water.exploration.advance-board', 'h1', driven).status).toBe('fail');
    expect(judged('water.exploration.lead-goaf', 'h1', driven).status).toBe('fail');
  });

  test('say from which place each of them is', () => {
    expect(offersFor(item('water.exploration.advance-board'), 'h1', sites)).toMatchObject({
      advance_m: { placeId: 'h1' },
      holeDepth_m: { placeId: 'p1' },
    });
  });

  test('reach the rows of the probing site and stay away from those of other targets', () => {
    expect(valuesOf('water.exploration.casing-length', 'p1')).toMatchObject({ target: 'goaf-unclear', casing_m: '12' });
    expect(judged('water.exploration.casing-length', 'p1').status).toBe('pass');
    expect(valuesOf('water.exploration.hole-count', 'p1')).not.toHaveProperty('structure');
    expect(valuesOf('water.exploration.hole-spacing', 'p1')).toMatchObject({ horizontalSpacing_m: '2.1' });
    expect(
      valuesOf('water.exploration.lead-goaf', 'h1', [heading, { ...probe, facts: { probeTarget: 'fault' } }]),
    ).toEqual({});
  });

  test('are not offered while one of them is unknown: no half sum stands for a whole', () => {
    const unfinished = { ...probe, parts: [...probe.parts, hole('4', '5', '60', { dip_deg: null })] };
    expect(valuesOf('water.exploration.advance-board', 'h1', [heading, unfinished])).not.toHaveProperty('holeDepth_m');
    const room = (parts: readonly SitePart[]) => [
      site('r1', 'pumpRoom', { normalInflow_m3PerH: '100', maxInflow_m3PerH: '150' }, { parts }),
    ];
    const whole = [pump('working', '130.5'), pump('spare', '91.35'), pump('overhaul', '32.7')];
    expect(valuesOf('water.drainage.pumps', 'r1', room(whole))).toMatchObject({
      workingPumps_m3PerH: '130.5',
      sparePumps_m3PerH: '91.35',
    });
    expect(judged('water.drainage.pumps', 'r1', room(whole)).status).toBe('pass');
    expect(valuesOf('water.drainage.pumps', 'r1', room([...whole, pump('working', null)]))).not.toHaveProperty(
      'workingPumps_m3PerH',
    );
    expect(valuesOf('water.drainage.pumps', 'r1', room([pump('working', '10')]))).toMatchObject({
      sparePumps_m3PerH: '0',
    });
    expect(valuesOf('water.drainage.pumps', 'r1', room([]))).not.toHaveProperty('sparePumps_m3PerH');
  });

  test('count a hole as seen only when all were looked for', () => {
    const seen = (flags: readonly (boolean | null)[]) => [
      { ...probe, parts: flags.map((flag, at) => hole(String(at), '0', '60', { seenOnSite: flag })) },
    ];
    expect(valuesOf('water.exploration.actual-holes', 'p1', seen([true, false, true]))).toEqual({ holesOnSite: 2 });
    expect(valuesOf('water.exploration.actual-holes', 'p1', seen([true, null]))).toEqual({});
  });
});

test('of several probes of a heading the last begun counts; without all days the one that reaches least', () => {
  const older = { ...probe, placeId: 'p0', facts: { ...probe.facts, probeStart_date: '2025-12-01' } };
  const undated = { ...probe, placeId: 'p2', facts: {}, parts: [hole('1', '0', '40')] };
  expect(probeOf('h1', [heading, older, probe])?.placeId).toBe('p1');
  expect(probeOf('h1', [heading, probe, undated])?.placeId).toBe('p2');
  expect(probeOf('h2', sites)).toBeNull();
});

test('every field of a sub-form has a label, and what rows take from sites is of the kind they ask', () => {
  const kinds = new Map(
    checkItems.flatMap(({ criterion }) => criterion.facts.map(({ key, kind }) => [key, kind] as const)),
  );
  const forms: SiteKind[] = ['heading', 'probeSite', 'pumpRoom', 'face'];
  for (const form of [...forms.map(siteFields), ...Object.values(partForms)])
    for (const { key, kind, label } of form) {
      expect(label.zh, key).not.toBe(key);
      expect(kinds.get(key) ?? kind, key).toBe(kind);
    }
  expect(Object.keys(siteForms).toSorted()).toEqual(forms.toSorted());
});
