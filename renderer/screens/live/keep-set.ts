import type { InspectionSheet, SheetRow } from '../../../electron/ports/inspection-models.ts';
import type { Reading } from '../../../vocabulary/reading.ts';
import { gasFormula } from '../../live/gas-formula.ts';
import { type QualityWord, showReading } from '../../parts/quantity-text.ts';
import { isStale, type LiveState } from '../../ports/live-model.ts';
import type { WorkedRow } from '../check/last-row.ts';

/**
 * The row that a set of readings belongs to: the one worked on if it still wants a reading, else the next row that
 * does (first where one stands), else the one worked on. Null where nothing fits: then nothing is kept anywhere.
 */
export function rowForReadings(sheet: InspectionSheet, worked: WorkedRow | null): SheetRow | null {
  const wants = (row: SheetRow) => row.missingEvidence.includes('detector');
  const current =
    worked?.inspectionId === sheet.summary.inspectionId
      ? sheet.rows.find((row) => row.itemId === worked.itemId && row.placeId === worked.placeId)
      : undefined;
  if (current && wants(current)) return current;
  const wanting = sheet.rows.filter(wants);
  return wanting.find((row) => row.placeId === sheet.currentPlace) ?? wanting[0] ?? current ?? null;
}

/** Everything the instruments say now, words included; what is stale is left out, it is not of now. */
export const readingsNow = (live: LiveState, now: number): Reading[] =>
  [...live.channels.values()]
    .filter((channel) => !isStale(live, channel, now))
    .map((channel) => channel.latest.reading);

/** What of a channel says how grave its reading is. */
interface Seen {
  readonly channel: { readonly latest: { readonly reading: Reading } };
  readonly sight:
    | { readonly kind: 'overRange' | 'unknown' }
    | { readonly kind: 'measured'; readonly level: 1 | 2 | 3 | null };
}

const graveness = ({ sight }: Seen): number => {
  if (sight.kind === 'overRange') return 0;
  return sight.kind === 'measured' ? (sight.level ?? 4) : 5;
};

/** The gravest reading first: where a chip has room for one, it is that one. */
export function gravestFirst(readings: readonly Reading[], channels: readonly Seen[]): Reading[] {
  const rank = (reading: Reading): number => {
    const here = channels.find(({ channel: { latest } }) => isOfSame(latest.reading, reading));
    return here ? graveness(here) : 5;
  };
  return readings.toSorted((one, other) => rank(one) - rank(other));
}

const isOfSame = (one: Reading, other: Reading): boolean =>
  one.instrument === other.instrument && one.channel === other.channel;

const MOST_LETTERS = 60;

/** `CH₄ 0.38 %、CO 超量程`, cut where the label would be too long. `say` gives the word of what is no measurement. */
export function labelOf(readings: readonly Reading[], join: string, say: (word: QualityWord) => string): string {
  const parts = readings.map(({ value, gas }) => {
    const shown = showReading(value, gas, false);
    const words = shown.kind === 'word' ? say(shown.word) : `${shown.amount}\u00a0${shown.unit}`.trimEnd();
    return `${gasFormula(gas)} ${words}`;
  });
  return parts.reduce((label, part) => {
    const longer = label === '' ? part : `${label}${join}${part}`;
    return longer.length <= MOST_LETTERS ? longer : label;
  }, '');
}
