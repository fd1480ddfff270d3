import type { WaterZone, ZoneChange, ZoneMap, ZoneWork } from '../../../vocabulary/zone.ts';
import { waterZoneBody, zoneChangeBody, zoneMapBody, zoneWorkBody } from '../../log/zone-bodies.ts';
import { column, type Projection, projectionTable, type RowFields } from '../projection.ts';

type Entry =
  | { readonly kind: 'zone'; readonly value: WaterZone }
  | { readonly kind: 'change'; readonly value: ZoneChange }
  | { readonly kind: 'work'; readonly value: ZoneWork }
  | { readonly kind: 'map'; readonly value: ZoneMap };

/** Zones of 三区 with their changes, where work goes on, and the map; those taken back included. `mine` is null of a change. */
export const zoneEntriesTable = projectionTable('zoneEntries', {
  area: column.id(),
  /** What the subject ends in: `waterZone`, `zoneChange:<id>`, `zoneWork`, `zoneMap`. */
  entry: column.id(),
  mine: column.text(),
  said: column.json<Entry>(),
  removed: column.flag(),
});

const kinds = {
  waterZone: { kind: 'zone', body: waterZoneBody },
  zoneChange: { kind: 'change', body: zoneChangeBody },
  zoneWork: { kind: 'work', body: zoneWorkBody },
  zoneMap: { kind: 'map', body: zoneMapBody },
} as const;

const SUBJECT = /^area\/([0-9a-f]{32})\/((waterZone|zoneChange|zoneWork|zoneMap)(?::[0-9a-f]{32})?)$/;
const isKind = (word: string): word is keyof typeof kinds => Object.hasOwn(kinds, word);

export const zoneEntries = {
  name: 'zoneEntries',
  version: 1,
  types: ['area'],
  table: zoneEntriesTable,
  row: ({ subject, value }): RowFields | null => {
    const [, area, entry, word = ''] = SUBJECT.exec(subject) ?? [];
    if (!isKind(word)) return null;
    const read = kinds[word].body.safeParse(value).data;
    if (!read) return null;
    const { salt: _, removed = false, ...said } = read;
    return {
      area,
      entry,
      mine: 'mine' in said ? said.mine : null,
      said: { kind: kinds[word].kind, value: said },
      removed,
    };
  },
} as const satisfies Projection;
