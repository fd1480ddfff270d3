import type { IsoDate } from '../../vocabulary/time.ts';
import type { Citation } from '../../vocabulary/verdict.ts';
import type { TriggerKind } from '../../vocabulary/withdrawal.ts';
import type { Source } from '../checklist/item.ts';
import { cite } from '../checklist/judge-item.ts';

/** Where the duty to withdraw people stands, by what was found. Gas has the limit that was reached as its own. */
const sources: Readonly<Record<TriggerKind, readonly Source[]>> = {
  sign: [
    ['safety', 'inrush.signs'],
    ['hazard', 'water'],
  ],
  gas: [],
  storm: [
    ['safety', 'storm'],
    ['water', 'systems'],
    ['hazard', 'water'],
  ],
  belowHole: [['safety', 'probe.below']],
  drilling: [['safety', 'probe.abnormal']],
  other: [['water', 'systems']],
};

/** The documents an order rests on, in force on the day it is given. */
export const withdrawalBasis = (kind: TriggerKind, date: IsoDate): readonly Citation[] =>
  sources[kind].flatMap((source) => cite(source, date));
