import { z } from 'zod';
import { gasUnit } from '../../vocabulary/quantity.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { type Driver, type Exchange, type Link, prepareWith } from '../driver.ts';
import { toHex } from '../framing/hex.ts';
import { encodeRequest, type LelStandard, mpsCommands } from '../requests/allowed-request.ts';
import { baudField, choiceField, warmupField } from '../setting-fields.ts';
import { linkOf, linkSettings, warmupSetting } from '../settings.ts';
import { INFO } from './frame.ts';
import { mpsWords } from './mps.words.ts';
import {
  answerExchange,
  infoExchange,
  type MpsState,
  startExchange,
  statusExchange,
  versionExchange,
} from './mps-exchange.ts';

const USUAL_LINK: Link = { baudRate: 38_400, dataBits: 8, parity: 'none', stopBits: 1 };
const UNITS = ['%LEL(ISO 10156)', '%LEL(IEC 60079-20-1)', '%VOL'] as const;
const STARTS = ['no', 'ISO 10156', 'IEC 60079-20-1'] as const;
/** The sensor needs this long after power-up, and has new data every two seconds. */
const SETTLE_MS = 3000;
const PERIOD_MS = 2000;

const settings = z
  .strictObject({
    unit: gasUnit.extract(UNITS).optional(),
    start: z.enum(STARTS).default('no'),
    /** For recorded answers: the cycle of the answer before. */
    previous_cycle: z.coerce.number().int().nonnegative().optional(),
    warmupMs: warmupSetting(0),
    ...linkSettings(USUAL_LINK),
  })
  .refine(({ unit, start }) => unit === undefined || unit === '%VOL' || start === 'no' || unit === `%LEL(${start})`, {
    path: ['start'],
    message: 'another standard than that of the unit',
  });

const requests = [
  ...mpsCommands.map((command) => ({ kind: 'mps_read', command }) as const),
  ...(['ISO 10156', 'IEC 60079-20-1'] as const).map((standard) => ({ kind: 'mps_start', standard }) as const),
];
const requestOf = (bytes: Uint8Array) => requests.find((each) => toHex(encodeRequest(each)) === toHex(bytes));

/** The exchange behind a recorded request. */
function answering(bytes: Uint8Array, state: MpsState): Result<Exchange> {
  const request = requestOf(bytes);
  if (request?.kind === 'mps_start') return ok(startExchange(state, request.standard));
  switch (request?.command) {
    case 0x01:
      return ok(answerExchange(state));
    case 0x41:
      return ok(statusExchange(state));
    case 0x42:
      return ok(versionExchange(state));
    case INFO:
      return ok(infoExchange(state));
    default:
      return fail({ code: 'unknown_frame', bytes: toHex(bytes) });
  }
}

/** Names of the start request, whose payload says mode and standard. */
const saidStart = (standard: LelStandard) => ({ command: 0x61, mode: 'continuous', lel_standard: standard });

/**
 * NevadaNano MPS, polled every two seconds. Started where the user has confirmed it for this instrument: at most once per
 * connection, and only a sensor that is not measuring (p7).
 */
export const mpsDriver: Driver = {
  id: 'mps',
  protocol: 'p7',
  version: '1',
  title: mpsWords.title,
  talk: 'poll',
  link: USUAL_LINK,
  fields: [
    choiceField('unit', UNITS),
    { key: 'start', title: mpsWords.start, kind: 'choice', choices: STARTS, default: 'no' },
    warmupField(0),
    baudField(['38400'], 38_400),
  ],
  prepare: prepareWith(settings, (chosen, expects) => {
    const start = chosen.start === 'no' ? null : chosen.start;
    const state: MpsState = { unit: chosen.unit, previousCycle: null, repeats: 0, start, expects };
    return {
      link: linkOf(chosen),
      channels: ['ch1'],
      warmupMs: chosen.warmupMs,
      interByteMs: 100,
      talk: {
        kind: 'poll',
        periodMs: PERIOD_MS,
        settleMs: SETTLE_MS,
        timeoutMs: 500,
        retries: 2,
        first: statusExchange(state),
        answering: (bytes) => answering(bytes, { ...state, previousCycle: chosen.previous_cycle ?? null }),
      },
    };
  }),
  find: {
    questions: () => [{ kind: 'mps_read', command: INFO }],
    proof: 'named',
    identity: ['serial_number', 'sensor_type'],
  },
  vectors: {
    readRequest: (bytes) => {
      const request = requestOf(bytes);
      if (request === undefined) return fail({ code: 'unknown_frame', bytes: toHex(bytes) });
      return ok(request.kind === 'mps_start' ? saidStart(request.standard) : { command: request.command });
    },
    shape: 'reading',
    nothingFound: 'bad_format',
    recordedSettings: ['previous_cycle'],
    requestIn: ({ cmd }) => {
      const command = mpsCommands.find((each) => each === cmd) ?? 0x01;
      return encodeRequest({ kind: 'mps_read', command });
    },
  },
};
