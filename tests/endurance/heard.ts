import { type Moment, momentOf } from '../../drivers/session/session-item.ts';
import { systemClock } from '../../drivers/transports/system-clock.ts';
import { connectPort } from '../../electron/ports/connect-port.ts';
import { listenerPort } from '../../electron/ports/listener-port.ts';
import type { Wire } from '../../electron/ports/wire.ts';
import type { EntityId, InstrumentId } from '../../vocabulary/ids.ts';
import { orThrow } from '../../vocabulary/result.ts';
import type { EpochMs } from '../../vocabulary/time.ts';
import { gapKey, readingKey } from './sick-recorder.ts';

export interface HeardReading {
  readonly at: Moment;
  readonly hex: string;
  /** Null where no number was given. */
  readonly amount: string | null;
}

export interface HeardGap {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly cause: string;
}

/** What the screen was told of one detector. */
export interface Heard {
  readonly readings: readonly HeardReading[];
  /** When the news arrived here. */
  readonly stales: readonly Moment[];
  readonly gaps: readonly HeardGap[];
}

export interface Screen {
  readonly start: (driver: string, path: string, instrument: InstrumentId, settings: object) => Promise<Heard>;
  /** Keys of all readings and gaps that were shown, to be looked for in the recorder. */
  readonly readingKeys: ReadonlySet<string>;
  readonly gapKeys: ReadonlySet<string>;
  /** What drivers threw. */
  readonly bugs: readonly string[];
}

/** The screen's end of the listener: writes down what it is told. */
export function createScreen(wire: Wire): Screen {
  const client = connectPort(listenerPort, wire);
  const known = new Map<
    EntityId,
    { instrument: InstrumentId; readings: HeardReading[]; stales: Moment[]; gaps: HeardGap[] }
  >();
  const readingKeys = new Set<string>();
  const gapKeys = new Set<string>();
  const bugs: string[] = [];

  client.on('reading', ({ detector, reading, rawHex }) => {
    const { time, value } = reading;
    readingKeys.add(readingKey(reading));
    const amount = value.quality === 'ok' ? value.amount : null;
    known.get(detector)?.readings.push({ at: momentOf(time.wall, time.mono), hex: rawHex, amount });
  });
  client.on('stale', ({ detector }) => {
    known.get(detector)?.stales.push(momentOf(systemClock.wall(), systemClock.mono()));
  });
  client.on('gap', ({ detector, from, to, cause }) => {
    const heard = known.get(detector);
    if (!heard) return;
    heard.gaps.push({ from, to, cause });
    gapKeys.add(gapKey(heard.instrument, from, to, cause));
  });
  client.on('detector', ({ detector, fault }) => {
    if (fault?.code === 'bug') bugs.push(`${detector}: ${String(fault.detail)}`);
  });

  return {
    start: async (driver, path, instrument, settings) => {
      const ask = { driver, path, instrumentId: instrument, settings: { ...settings } };
      const { detector } = orThrow(await client.ask('detector/start', ask));
      const heard = { instrument, readings: [], stales: [], gaps: [] };
      known.set(detector, heard);
      return heard;
    },
    readingKeys,
    gapKeys,
    bugs,
  };
}
