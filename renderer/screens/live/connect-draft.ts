import type { DriverRow, SerialPortRow } from '../../../electron/ports/listener-port.ts';
import { type InstrumentRow, instrumentRow } from '../../../electron/ports/recorder-port.ts';

/** A new instrument as it is being entered. */
export interface ConnectDraft {
  readonly path: string;
  readonly driver: string | null;
  readonly settings: Readonly<Record<string, string>>;
  readonly serialNumber: string;
  readonly certificateNo: string;
  readonly certificateUntil: string;
}

export const emptyDraft: ConnectDraft = {
  path: '',
  driver: null,
  settings: {},
  serialNumber: '',
  certificateNo: '',
  certificateUntil: '',
};

export type MissingPart = 'port' | 'driver' | 'settings' | 'serialNumber';

/** What the wire does not say has no default: it must be read off the label. The unit may be left to the question. */
export const labelFields = (driver: DriverRow) => driver.settings.filter((field) => field.default === null);
export const otherFields = (driver: DriverRow) => driver.settings.filter((field) => field.default !== null);

const MAY_WAIT = 'unit';

export function missingParts(draft: ConnectDraft, driver: DriverRow | undefined): MissingPart[] {
  const missing: MissingPart[] = [];
  if (draft.path.trim() === '') missing.push('port');
  if (!driver) missing.push('driver');
  if (driver && labelFields(driver).some((field) => field.key !== MAY_WAIT && !draft.settings[field.key]))
    missing.push('settings');
  if (draft.serialNumber.trim() === '') missing.push('serialNumber');
  return missing;
}

/** Only what was chosen is sent: a driver fills in its own defaults and refuses what it does not know. */
function chosenSettings(draft: ConnectDraft, driver: DriverRow): Record<string, string | number> {
  return Object.fromEntries(
    driver.settings.flatMap((field) => {
      const text = draft.settings[field.key]?.trim();
      if (!text) return [];
      return [[field.key, field.kind === 'integer' && /^\d+$/.test(text) ? Number(text) : text]];
    }),
  );
}

/** The instrument as it is remembered; an instrument of the same kind and number is the same instrument. */
export function instrumentOf(
  draft: ConnectDraft,
  driver: DriverRow,
  known: readonly InstrumentRow[],
  freshId: string,
  model: string,
): InstrumentRow | null {
  const serialNumber = draft.serialNumber.trim();
  const before = known.find((one) => one.driver === driver.id && one.serialNumber === serialNumber);
  const parsed = instrumentRow.safeParse({
    instrumentId: before?.instrumentId ?? freshId,
    driver: driver.id,
    model: before?.model ?? model,
    serialNumber,
    settings: chosenSettings(draft, driver),
    certificateNo: draft.certificateNo.trim() || (before?.certificateNo ?? ''),
    certificateUntil: draft.certificateUntil || (before?.certificateUntil ?? null),
  });
  return parsed.success ? parsed.data : null;
}

/** Ports with what tells them apart. */
export const portDetail = (port: SerialPortRow): string =>
  [port.manufacturer, port.serialNumber].filter((part) => part !== null && part !== '').join(' ');
