import type { InstrumentFile } from '../../vocabulary/instrument.ts';
import type { Stores } from '../sqlite/stores.ts';

/** What the register holds of an instrument now; null where it was never entered. */
export function readInstrumentFile({ rows }: Pick<Stores, 'rows'>, instrument: string): InstrumentFile | null {
  const [row] = rows('instruments', { instrument });
  if (!row) return null;
  const made = rows('calibrations', { instrument }).filter((one) => !one.removed);
  return {
    principle: row.principle,
    certificates: row.certificate ? [row.certificate, ...row.earlier] : row.earlier,
    calibrations: made.toSorted((a, b) => b.wall - a.wall || b.seq - a.seq).map(({ entry }) => entry),
  };
}
