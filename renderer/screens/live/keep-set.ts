import type { InspectionSheet, SheetRow } from '../../../electron/ports/inspection-models.ts';
import type { Reading } from '../../../vocabulary/reading.ts';
import { gasFormula } from '../../live/gas-formula.ts';
import { sayAmount } from '../../live/say-alarm.ts';
import type { ChannelHere } from '../../live/use-channels.ts';
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
export const readingsNow = (channels: readonly ChannelHere[]): Reading[] =>
  channels.filter((here) => !here.stale).map((here) => here.channel.latest.reading);

const MOST_LETTERS = 60;

/** `CH₄ 0.38 %、O₂ 20.4 %`, cut where the label would be too long. `words` says a quality. */
export function labelOf(readings: readonly Reading[], join: string, words: (reading: Reading) => string): string {
  const parts = readings.map((reading) => {
    const { value, gas } = reading;
    return `${gasFormula(gas)} ${value.quality === 'ok' ? sayAmount(value.amount, gas, value.unit) : words(reading)}`;
  });
  return parts.reduce((label, part) => {
    const longer = label === '' ? part : `${label}${join}${part}`;
    return longer.length <= MOST_LETTERS ? longer : label;
  }, '');
}
