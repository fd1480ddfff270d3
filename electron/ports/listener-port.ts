import { z } from 'zod';
import { entityId, instrumentId } from '../../vocabulary/ids.ts';
import { wireIdentity } from '../../vocabulary/instrument.ts';
import { reading } from '../../vocabulary/reading.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { definePort, wireFault } from './define-port.ts';
import { dumpPiece, dumpState } from './dump-models.ts';
import { findAsk, findState } from './find-models.ts';

const nothing = z.strictObject({});

/** A setting the wire does not say, and what may be chosen. */
const settingField = z.strictObject({
  key: z.string(),
  zh: z.string(),
  en: z.string(),
  kind: z.enum(['choice', 'integer', 'number']),
  choices: z.array(z.string()),
  default: z.string().nullable(),
});
export type SettingField = z.infer<typeof settingField>;

export const driverRow = z.strictObject({
  id: z.string(),
  zh: z.string(),
  en: z.string(),
  talk: z.enum(['poll', 'stream']),
  settings: z.array(settingField),
  /** Where its description comes from and how far it is to be trusted, where the name does not say enough. */
  note: z.string().nullable(),
});
export type DriverRow = z.infer<typeof driverRow>;

const serialPortRow = z.strictObject({
  path: z.string(),
  manufacturer: z.string().nullable(),
  vendorId: z.string().nullable(),
  productId: z.string().nullable(),
  serialNumber: z.string().nullable(),
});
export type SerialPortRow = z.infer<typeof serialPortRow>;

/** One reading as the screen gets it, with the bytes it came from and the device's own flags. */
export const liveReading = z.strictObject({
  detector: entityId,
  reading,
  rawHex: z.string(),
  flags: z.array(z.string()),
});
export type LiveReading = z.infer<typeof liveReading>;

/** `waiting`: open, nothing valid yet; `lost`: unplugged or silent, trying again every second. */
export const detectorState = z.strictObject({
  detector: entityId,
  instrumentId,
  driver: z.string(),
  path: z.string(),
  settings: z.record(z.string(), z.union([z.string(), z.number()])),
  phase: z.enum(['opening', 'waiting', 'live', 'lost', 'stopped']),
  since: epochMs,
  fault: wireFault.nullable(),
  badFrames: z.int(),
  latest: z.array(liveReading),
  /**
   * By what it is known to be the registered instrument, on this connection: what it said of itself, the adapter's own
   * serial number, a person; `open`: by nothing yet, its readings are marked; `differs`: it says that it is another one.
   */
  same: z.enum(['wire', 'line', 'person', 'open', 'differs']),
  /** What it has said of itself on this connection. */
  said: wireIdentity,
});
export type DetectorState = z.infer<typeof detectorState>;

/** Between the screens and the listener process, which owns the serial ports. */
export const listenerPort = definePort({
  name: 'listener',
  methods: {
    'port/list': {
      ask: nothing,
      reply: z.strictObject({ ports: z.array(serialPortRow), listing: z.enum(['ok', 'unavailable']) }),
    },
    'driver/list': { ask: nothing, reply: z.array(driverRow) },
    /** The folder in which a file adds an instrument; its files that were left out, and known kinds that are not offered, each with its reason. */
    'driver/notOffered': {
      ask: nothing,
      reply: z.strictObject({
        folder: z.string(),
        refused: z.array(z.strictObject({ file: z.string(), fault: wireFault })),
        withheld: z.array(z.strictObject({ id: z.string(), zh: z.string(), en: z.string(), fault: wireFault })),
      }),
    },
    'detector/start': {
      ask: z.strictObject({
        driver: z.string(),
        path: z.string().min(1),
        instrumentId,
        settings: z.record(z.string(), z.union([z.string(), z.number()])),
        /** False where it is connected by itself, because its adapter is there again: nobody has looked at it. */
        chosen: z.boolean().optional(),
        /** What the registered instrument says of itself: another one gives no numbers. */
        wire: wireIdentity.optional(),
      }),
      reply: detectorState,
    },
    'detector/stop': { ask: z.strictObject({ detector: entityId }), reply: nothing },
    /** A person says that this is the registered instrument. Fault: not_found where that is not asked. */
    'detector/confirm': { ask: z.strictObject({ detector: entityId }), reply: nothing },
    'detector/states': { ask: nothing, reply: z.array(detectorState) },
    /** Listens at every usual speed; sends nothing. The state goes on as news. */
    'find/start': { ask: z.strictObject({ path: z.string().min(1) }), reply: findState },
    /** Asks, only where a search found the line silent. Faults: not_silent, not_found, unknown_driver. */
    'find/ask': { ask: findAsk, reply: findState },
    'find/cancel': { ask: z.strictObject({ find: entityId }), reply: nothing },
    /** Hears the stored log that a person starts on the instrument; sends nothing. The state goes on as news. */
    'dump/start': {
      ask: z.strictObject({ path: z.string().min(1), baud: z.int().min(300).max(921_600) }),
      reply: dumpState,
    },
    'dump/cancel': { ask: z.strictObject({ dump: entityId }), reply: nothing },
    'dump/read': { ask: z.strictObject({ dump: entityId, offset: z.int().min(0) }), reply: dumpPiece },
  },
  news: {
    reading: liveReading,
    stale: z.strictObject({ detector: entityId, channel: z.string(), wall: epochMs }),
    gap: z.strictObject({ detector: entityId, from: epochMs, to: epochMs, cause: z.string() }),
    detector: detectorState,
    find: findState,
    dump: dumpState,
  },
});
