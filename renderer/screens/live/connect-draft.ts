import type { FindState } from '../../../electron/ports/find-models.ts';
import { type InstrumentRow, instrumentRow } from '../../../electron/ports/instrument-models.ts';
import type { DriverRow, SerialPortRow } from '../../../electron/ports/listener-port.ts';
import type { Confirmation } from '../../../vocabulary/instrument.ts';
import { lelBasisOf } from './unit-choices.ts';

export type FoundKind = NonNullable<FindState['found']>;

/** A new instrument as it is being entered. */
export interface ConnectDraft {
  readonly path: string;
  readonly driver: string | null;
  readonly settings: Readonly<Record<string, string>>;
  readonly serialNumber: string;
  readonly certificateNo: string;
  readonly certificateUntil: string;
  /** What the line told of this kind; null: chosen by hand. */
  readonly found: FoundKind | null;
}

export const emptyDraft: ConnectDraft = {
  path: '',
  driver: null,
  settings: {},
  serialNumber: '',
  certificateNo: '',
  certificateUntil: '',
  found: null,
};

export type MissingPart = 'port' | 'driver' | 'settings' | 'serialNumber';

/** Fields that the wire itself answers for this instrument. */
const toldByWire = (key: string, found: FoundKind | null): boolean =>
  (key === 'gas' && found?.gas != null) || (key === 'unit' && found?.unit != null);

/** What the wire does not say has no default: it must be read off the label. The unit may be left to the question. */
export const labelFields = (driver: DriverRow, found: FoundKind | null = null) =>
  driver.settings.filter((field) => field.default === null && !toldByWire(field.key, found));
export const otherFields = (driver: DriverRow) => driver.settings.filter((field) => field.default !== null);

/** Everything a data sheet may settle later: the label's fields, and those that some models of the kind do without. */
export const confirmFields = (driver: DriverRow) =>
  driver.settings.filter((field) => field.default === null || field.default === '');

/** May be left to the question: the unit, and what 100 %LEL is. */
const MAY_WAIT: readonly string[] = ['unit', 'lel_basis'];

/** What the label must still answer before the start. */
export const missingSettings = (draft: ConnectDraft, driver: DriverRow) =>
  labelFields(driver, draft.found).filter((field) => !MAY_WAIT.includes(field.key) && !draft.settings[field.key]);

export function missingParts(draft: ConnectDraft, driver: DriverRow | undefined): MissingPart[] {
  const missing: MissingPart[] = [];
  if (draft.path.trim() === '') missing.push('port');
  if (!driver) missing.push('driver');
  if (driver && missingSettings(draft, driver).length > 0) missing.push('settings');
  if (draft.serialNumber.trim() === '') missing.push('serialNumber');
  return missing;
}

/** Only what was chosen is sent: a driver fills in its own defaults and refuses what it does not know. */
export function chosenSettings(settings: ConnectDraft['settings'], driver: DriverRow): Record<string, string | number> {
  return Object.fromEntries(
    driver.settings.flatMap((field) => {
      const text = settings[field.key]?.trim();
      if (!text) return [];
      return [[field.key, field.kind === 'integer' && /^\d+$/.test(text) ? Number(text) : text]];
    }),
  );
}

const CONFIRMED: readonly string[] = ['gas', 'unit', 'lel_basis'];

/** What a person says of gas and unit now; null where this kind has nothing to confirm. */
export function confirmationOf(
  settings: Readonly<Record<string, unknown>>,
  driver: DriverRow,
  at: number,
): Confirmation | null {
  const said = (key: string) => (typeof settings[key] === 'string' && settings[key] !== '' ? settings[key] : null);
  if (!driver.settings.some(({ key }) => CONFIRMED.includes(key))) return null;
  const unit = said('unit');
  const parsed = instrumentRow.shape.confirmed.safeParse({
    at,
    gas: said('gas'),
    unit,
    lelBasis: said('lel_basis') ?? lelBasisOf(unit ?? undefined),
  });
  return parsed.data ?? null;
}

interface Surroundings {
  readonly known: readonly InstrumentRow[];
  readonly freshId: string;
  readonly model: string;
  readonly now: number;
  readonly ports: readonly SerialPortRow[];
}

/** The instrument as it is remembered; an instrument of the same kind and number is the same instrument. */
export function instrumentOf(
  draft: ConnectDraft,
  driver: DriverRow,
  { known, freshId, model, now, ports }: Surroundings,
): InstrumentRow | null {
  const serialNumber = draft.serialNumber.trim();
  const before = known.find((one) => one.driver === driver.id && one.serialNumber === serialNumber);
  const settings = { ...draft.found?.settings, ...chosenSettings(draft.settings, driver) };
  const confirmed = confirmationOf(settings, driver, now);
  const line = lineOf(ports, draft.path.trim());
  const identity = draft.found?.identity ?? {};
  const parsed = instrumentRow.safeParse({
    instrumentId: before?.instrumentId ?? freshId,
    driver: driver.id,
    model: before?.model ?? model,
    serialNumber,
    settings,
    certificateNo: draft.certificateNo.trim() || (before?.certificateNo ?? ''),
    certificateUntil: draft.certificateUntil || (before?.certificateUntil ?? null),
    ...(line && { line }),
    ...(Object.keys(identity).length > 0 && { wire: identity }),
    ...(confirmed && { confirmed }),
  });
  return parsed.success ? parsed.data : null;
}

/** The adapter at a path, where its serial number tells it from every other one. */
export function lineOf(ports: readonly SerialPortRow[], path: string): InstrumentRow['line'] | null {
  const port = ports.find((one) => one.path === path);
  if (!port?.serialNumber) return null;
  const { vendorId, productId, serialNumber } = port;
  const isShared = ports.filter((one) => one.serialNumber === serialNumber).length > 1;
  return isShared ? null : { vendorId, productId, serialNumber };
}

/** What tells ports apart: who made the adapter, its USB numbers, its own number. */
export const portDetail = ({ manufacturer, vendorId, productId, serialNumber }: SerialPortRow): string =>
  [manufacturer, vendorId && productId ? `USB ${vendorId}:${productId}` : null, serialNumber]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
