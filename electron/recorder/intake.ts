import type { EventRecord } from '../../db/record.ts';
import { type Reading, reading } from '../../vocabulary/reading.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import type { IntakeBatch, intakePort } from '../ports/intake-port.ts';
import type { Handlers } from '../ports/serve-port.ts';

/** An open record and the key under which the listener may keep readings while nobody takes them. */
export interface IntakeRecord {
  readonly record: EventRecord;
  readonly spoolKey: Uint8Array;
}

/** Takes batches of the listener into the record: each once, however often it is sent. */
export function intakeHandlers(opened: () => IntakeRecord | null): Handlers<typeof intakePort.methods> {
  const seen = new Map<string, Map<string, Reading>>();

  /** The last reading of each channel of an instrument, so that a gap can say whose it is. */
  const channelsOf = ({ instrumentId, readings }: IntakeBatch): readonly Reading[] => {
    const channels = seen.get(instrumentId) ?? new Map<string, Reading>();
    for (const one of readings) channels.set(one.channel, one);
    seen.set(instrumentId, channels);
    return [...channels.values()];
  };

  return {
    'intake/spool-key': () => {
      const open = opened();
      return open ? ok({ key: Buffer.from(open.spoolKey).toString('base64') }) : fail({ code: 'locked' });
    },
    'intake/keep': (batch) => {
      const open = opened();
      if (!open) return fail({ code: 'locked' });
      const channels = channelsOf(batch);
      const marks = batch.gaps.flatMap((gap) => channels.map((one) => missingAt(one, gap)));
      const readings = [...batch.readings, ...marks].sort((a, b) => a.time.wall - b.time.wall);
      const kept = open.record.readings.keep({ ...batch, readings });
      return kept.ok ? ok({ batch: batch.batch, kept: batch.readings.length }) : kept;
    },
  };
}

/** A gap stands in the record as what it is: from then on there was no reading, and why. Never a number. */
function missingAt({ instrument, channel, gas, time, value }: Reading, { from, cause }: IntakeBatch['gaps'][number]) {
  const mono = Math.max(0, Math.round((time.mono + from - time.wall) * 1000) / 1000);
  return reading.parse({
    instrument,
    channel,
    gas,
    time: { wall: from, mono, boot: time.boot },
    value: { quality: 'missing', unit: value.unit, detail: cause },
  });
}
