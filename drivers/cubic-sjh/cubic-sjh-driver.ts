import { z } from 'zod';
import { gasUnit } from '../../vocabulary/quantity.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { type Driver, type Exchange, type Link, prepareWith } from '../driver.ts';
import { toHex } from '../framing/hex.ts';
import { cubicCommands, encodeRequest } from '../requests/allowed-request.ts';
import { baudField, choiceField, scaleField, warmupField } from '../setting-fields.ts';
import { linkOf, linkSettings, positiveSetting, warmupSetting } from '../settings.ts';
import { measurementExchange, propertyExchange } from './cubic-exchange.ts';
import { cubicSjhWords } from './cubic-sjh.words.ts';
import type { CubicMeaning } from './parse-measurement.ts';

const USUAL_LINK: Link = { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 };
const UNITS = ['%VOL', '%LEL', '%LEL(ISO 10156)', '%LEL(IEC 60079-20-1)', 'ppm'] as const;

const settings = z.strictObject({
  gas: z.literal('CH4').default('CH4'),
  unit: gasUnit.extract(UNITS).optional(),
  scale: positiveSetting.optional(),
  warmupMs: warmupSetting(0),
  ...linkSettings(USUAL_LINK),
});

const commandOf = (bytes: Uint8Array) =>
  cubicCommands.find((command) => toHex(encodeRequest({ kind: 'cubic_read', command })) === toHex(bytes));

/** The exchange behind a recorded request: a measurement or the properties. */
function answering(bytes: Uint8Array, meaning: CubicMeaning): Result<Exchange> {
  switch (commandOf(bytes)) {
    case 0x01:
      return ok(measurementExchange(meaning, 'agrees'));
    case 0x0d:
      return ok(propertyExchange(meaning));
    default:
      return fail({ code: 'unknown_frame', bytes: toHex(bytes) });
  }
}

/** Cubic SJH methane module, polled; its properties are compared with the settings first (p8). */
export const cubicSjhDriver: Driver = {
  id: 'cubic-sjh',
  protocol: 'p8',
  version: '1',
  title: cubicSjhWords.title,
  talk: 'poll',
  link: USUAL_LINK,
  fields: [choiceField('unit', UNITS), scaleField, warmupField(0), baudField(['9600'], 9600)],
  prepare: prepareWith(settings, (chosen) => ({
    link: linkOf(chosen),
    channels: ['ch1'],
    warmupMs: chosen.warmupMs,
    interByteMs: 100,
    talk: {
      kind: 'poll',
      periodMs: 1000,
      timeoutMs: 500,
      retries: 2,
      first: propertyExchange(chosen),
      answering: (bytes) => answering(bytes, chosen),
    },
  })),
  find: {
    questions: () => [{ kind: 'cubic_read', command: 0x0d }],
    proof: 'named',
    identity: ['range', 'decimals', 'gasCode', 'unitCode'],
  },
  vectors: {
    readRequest: (bytes) => {
      const command = commandOf(bytes);
      return command === undefined ? fail({ code: 'unknown_frame', bytes: toHex(bytes) }) : ok({ command });
    },
    shape: 'reading',
    nothingFound: 'bad_format',
    // A vector without a request holds a measurement.
    requestIn: () => encodeRequest({ kind: 'cubic_read', command: 1 }),
  },
};
