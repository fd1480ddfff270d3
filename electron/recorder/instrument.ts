import { instrumentId } from '../../vocabulary/ids.ts';
import { ok } from '../../vocabulary/result.ts';
import type { Desk } from './desk.ts';
import type { Some } from './methods.ts';

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
    }) => {
      const certificate = certificateNo === '' ? {} : { certificate: { no: certificateNo, until: certificateUntil } };
      const body = { model, serialNumber, driver, settings, ...certificate };
      return desk.save({ type: 'instrument', subject: `instrument/${id}/register`, body }, 'instrument');
    },
    'readings/minutes': ({ instrumentId: id, channel, from, to }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const { found, damaged } = record.value.readings.minutes({ instrument: id, channel, from, to });
      const [first] = damaged;
      if (first) desk.tell('trouble', first.fault); // the other blocks are shown all the same
      return ok(found.map(({ minute, min, max, mean, count }) => ({ minute, min, max, mean, count })));
    },
  };
}
