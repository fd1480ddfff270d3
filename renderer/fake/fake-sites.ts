import type { z } from 'zod';
import type { recorderPort } from '../../electron/ports/recorder-port.ts';
import type { Handlers } from '../../electron/ports/serve-port.ts';
import type { siteRow } from '../../electron/ports/site-models.ts';
import { obligationsOf } from '../../rules/checklist/obligations.ts';
import { entityId } from '../../vocabulary/ids.ts';
import { place } from '../../vocabulary/place.ts';
import { ok } from '../../vocabulary/result.ts';
import { siteKindOf } from '../../vocabulary/site.ts';
import { fakeHash, fakeId, fakeNow, minutes } from './fake-ids.ts';
import { countRows, type FakeSheet, fakeSheet } from './fake-sheet.ts';

type FakeSite = z.input<typeof siteRow>;

const hole = (name: string, bearing: string, dip: string, depth: string) => ({
  partId: fakeId(`hole${name}`),
  kind: 'hole' as const,
  facts: { name, bearing_deg: bearing, dip_deg: dip, depth_m: depth, designDepth_m: '65', seenOnSite: true },
});
const pump = (name: string, pumpDuty: string, capacity: string) => ({
  partId: fakeId(`pump${name}`),
  kind: 'pump' as const,
  facts: { name, pumpDuty, capacity_m3PerH: capacity },
});
const sump = (name: string, total: string, effective: string, empty: string) => ({
  partId: fakeId(`sump${name}`),
  kind: 'sump' as const,
  facts: { name, sumpKind: 'main', totalVolume_m3: total, effectiveVolume_m3: effective, emptyVolume_m3: empty },
});

/** The sites of the pictures: a heading driven farther than its holes allow, and a pump room with one pump too few. */
const fakeSites = (heading: string, probe: string, room: string): FakeSite[] => [
  {
    placeId: heading,
    kind: 'heading',
    parent: null,
    facts: {
      advance_m: '33.5',
      designLead_m: '30',
      boardAdvance_m: '35',
      headingWidth_m: '4.8',
      geophysics_date: '2026-10-28',
      heading_date: '2026-11-10',
    },
    parts: [],
    savedAt: fakeNow - minutes(50),
    conflict: false,
  },
  {
    placeId: probe,
    kind: 'probeSite',
    parent: heading,
    facts: {
      probeTarget: 'goaf-unclear',
      expectedPressure_MPa: '0.6',
      drilledInCoalSeam: true,
      bulkheadBuilt: false,
      thickSeam: true,
      casing_m: '12',
      probeStart_date: '2026-11-02',
    },
    parts: [
      hole('1#', '0', '0', '65'),
      hole('2#', '0', '1.2', '65'),
      hole('3#', '4', '0', '64'),
      hole('4#', '-4', '0', '64'),
      hole('5#', '12', '0', '63'),
      hole('6#', '-12', '0', '63'),
      hole('7#', '60', '0', '40'),
      hole('8#', '-60', '0', '40'),
    ],
    savedAt: fakeNow - minutes(45),
    conflict: false,
  },
  {
    placeId: room,
    kind: 'pumpRoom',
    parent: null,
    facts: { normalInflow_m3PerH: '180', maxInflow_m3PerH: '260', exits: 2, inclineAboveFloor_m: '7.5' },
    parts: [
      pump('1#', 'working', '280'),
      pump('2#', 'spare', '155'),
      pump('3#', 'overhaul', '155'),
      sump('主仓', '900', '850', '380'),
      sump('副仓', '620', '600', '320'),
    ],
    savedAt: fakeNow - minutes(160),
    conflict: false,
  },
];

const places = [
  { placeId: fakeId('s1'), code: 'other', kind: 'pumpRoom', name: '中央泵房和水仓' },
  { placeId: fakeId('s2'), code: 'headingFace', name: '15105回风顺槽掘进' },
  { placeId: fakeId('s3'), code: 'headingFace', kind: 'probeSite', name: '15105 1号钻场' },
  { placeId: fakeId('s4'), code: 'headingFace', name: '15107运输顺槽掘进' },
].map((one) => place.parse(one));

/** A water inspection of a mine with two headings, a probing site and a pump room; one stands at the heading. */
export function fakeSitesSheet(): FakeSheet {
  const opened = fakeSheet(['water.people.plan']);
  const [row] = opened.rows;
  const owed = obligationsOf({ hydroType: 'complex', packs: ['water'], places });
  const rows = owed.flatMap(({ item, placeId }): FakeSheet['rows'] =>
    row
      ? [
          {
            ...row,
            itemId: item.id,
            placeId,
            status: 'unanswered',
            answer: null,
            severity: null,
            finding: null,
            missingEvidence: item.evidence.flatMap(([kind]) => kind ?? []),
          },
        ]
      : [],
  );
  return {
    ...opened,
    places,
    rows,
    sites: fakeSites(fakeId('s2'), fakeId('s3'), fakeId('s1')),
    findings: [],
    currentPlace: fakeId('s2'),
    currentSince: fakeNow - minutes(12),
    summary: { ...opened.summary, counts: countRows(rows) },
  };
}

interface Held {
  readonly current: () => FakeSheet;
  readonly become: (next: FakeSheet) => void;
}

const saved = () => ({ event: fakeHash(`site${Math.random()}`), seq: 1301, savedAt: fakeNow });

/** What is entered of a site changes the sheet in memory. */
export function fakeSiteHandlers({ current, become }: Held): Partial<Handlers<typeof recorderPort.methods>> {
  const put = (placeId: string, change: (site: FakeSite) => FakeSite) => {
    const found = current().sites.find((site) => site.placeId === placeId);
    const at = places.find((one) => one.placeId === placeId);
    const kind = (at && siteKindOf(at)) ?? 'heading';
    const blank: FakeSite = { placeId, kind, parent: null, facts: {}, parts: [], savedAt: null, conflict: false };
    const next = change(found ?? blank);
    become({ ...current(), sites: [...current().sites.filter((site) => site !== found), next] });
  };
  return {
    'site/put': ({ placeId, parent, facts }) => {
      put(placeId, (site) => ({ ...site, parent, facts, savedAt: fakeNow }));
      return ok(saved());
    },
    'site/put-part': ({ placeId, partId, kind, facts }) => {
      const part = { partId: partId ?? entityId.parse(fakeId(`${placeId}${kind}${facts.name}`)), kind, facts };
      put(placeId, (site) => {
        const known = site.parts.some((one) => one.partId === part.partId);
        const parts = known
          ? site.parts.map((one) => (one.partId === part.partId ? part : one))
          : [...site.parts, part];
        return { ...site, parts };
      });
      return ok({ ...saved(), partId: part.partId });
    },
    'site/remove-part': ({ partId }) => {
      const site = current().sites.find(({ parts }) => parts.some((one) => one.partId === partId));
      if (site) put(site.placeId, (old) => ({ ...old, parts: old.parts.filter((one) => one.partId !== partId) }));
      return ok(saved());
    },
  };
}
