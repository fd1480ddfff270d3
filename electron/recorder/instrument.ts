import { instrumentId } from '../../vocabulary/ids.ts';
import { ok } from '../../vocabulary/result.ts';
import { type IsoDate, isoDate } from '../../vocabulary/time.ts';
import type { Desk } from './desk.ts';
import type { Some } from './methods.ts';
import { registerBodyOf, saveRegister } from './register.ts';

/** The detectors of the ledger, and their readings per minute. */
export function instrumentHandlers(desk: Desk): Some<'instrument/list' | 'instrument/put' | 'readings/minutes'> {
  return {
    'instrument/list': () => {
      const record = desk.need();
      if (!record.ok) return record;
      return ok(
        record.value.rows('instruments').map((row) => ({
          instrumentId: instrumentId.parse(row.instrument),
          driver: row.driver,
          model: row.model,
          serialNumber: row.serialNumber,
          settings: { ...row.settings },
          certificateNo: row.certificate?.no ?? '',
          certificateUntil: row.certificate?.until ?? null,
          ...(row.line ? { line: row.line } : {}),
          ...(row.wire ? { wire: row.wire } : {}),
          ...(row.confirmed ? { confirmed: row.confirmed } : {}),
        })),
      );
    },
    'instrument/put': ({
      instrumentId: id,
      driver,
      model,
      serialNumber,
      settings,
      certificateNo,
      certificateUntil,
      line,
      wire,
      confirmed,
    }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const before = registerBodyOf(record.value, id);
      const named = withNumber(before, certificateNo, isoDate.nullable().parse(certificateUntil));
      const heard = { ...(line && { line }), ...(wire && { wire }), ...(confirmed && { confirmed }) };
      return saveRegister(desk, id, { ...before, model, serialNumber, driver, settings, ...named, ...heard });
    },
    'readings/minutes': ({ instrumentId: id, channel, from, to }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const { found, damaged } = record.value.readings.minutes({ instrument: id, channel, from, to });
      const [first] = damaged;
      if (first) desk.tell('trouble', first.fault); // the other blocks are shown all the same
      return ok(found.map(({ minute, min, max, mean, count, over }) => ({ minute, min, max, mean, count, over })));
    },
  };
}

type Standing = ReturnType<typeof registerBodyOf>;

/** The certificate as given when connecting: another number is a renewal, another last day of the same number a correction. */
function withNumber(
  before: Standing,
  no: string,
  until: IsoDate | null,
): Pick<NonNullable<Standing>, 'certificate' | 'earlier'> {
  const standing = before?.certificate;
  if (no === '' || (standing?.no === no && standing.until === until)) return {};
  if (standing?.no === no) return { certificate: { ...standing, until } };
  return { certificate: { no, until }, ...(standing ? { earlier: [standing, ...(before.earlier ?? [])] } : {}) };
}
