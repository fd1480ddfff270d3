import { z } from 'zod';
import { gas } from '../../vocabulary/gas.ts';
import { scaledToDecimal } from '../../vocabulary/quantity.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { type DecodedFrame, type Driver, type Link, prepareWith } from '../driver.ts';
import { toHex } from '../framing/hex.ts';
import { choiceField, warmupField } from '../setting-fields.ts';
import { linkOf, linkSettings, warmupSetting } from '../settings.ts';
import { matchInir, wordsOf } from './frame.ts';
import { sgxInirWords } from './sgx-inir.words.ts';

const USUAL_LINK: Link = { baudRate: 38_400, dataBits: 8, parity: 'none', stopBits: 2 };
const WARMUP_MS = 45_000;
const GASES = ['CH4', 'CO2', 'COMB'] as const;
const NO_FAULT = 'aaaaaaaa';

const settings = z.strictObject({
  gas: gas.extract(GASES).default('CH4'),
  warmupMs: warmupSetting(WARMUP_MS),
  ...linkSettings(USUAL_LINK),
});

/** Concentration in ppm, fault word, temperature in 0.1 K. Damage in these words cannot be noticed. */
function parseInir(frame: Uint8Array, chosen: z.infer<typeof settings>): DecodedFrame {
  const [, concentration = '', faultWord = '', temperature = ''] = wordsOf(frame);
  const isGood = faultWord === NO_FAULT;
  const amount = scaledToDecimal(Number.parseInt(concentration, 16), 0);
  return {
    readings: [
      {
        channel: 'ch1',
        gas: chosen.gas,
        value: isGood
          ? { quality: 'ok', amount, unit: 'ppm' }
          : { quality: 'fault', unit: 'ppm', detail: 'device_status' },
        flags: ['not_verified', ...(isGood ? [] : [`fault_${faultWord}`])],
      },
    ],
    details: { fault_word: faultWord, temperature_c: (Number.parseInt(temperature, 16) * 10 - 27_315) / 100 },
  };
}

/** SGX INIR and INIR2 (p9). Decodes recorded bytes only: without the rule of its CRC it is not offered for a record. */
export const sgxInirDriver: Driver = {
  id: 'sgx-inir',
  protocol: 'p9',
  version: '1',
  title: sgxInirWords.title,
  talk: 'stream',
  link: USUAL_LINK,
  fields: [choiceField('gas', GASES), warmupField(WARMUP_MS)],
  prepare: prepareWith(settings, (chosen) => ({
    link: linkOf(chosen),
    channels: ['ch1'],
    warmupMs: chosen.warmupMs,
    interByteMs: 100,
    talk: { kind: 'stream', periodMs: 1000, match: matchInir, judge: (frame) => ok(parseInir(frame, chosen)) },
  })),
  find: { questions: () => [], proof: 'named', identity: [] },
  vectors: {
    readRequest: (bytes) => fail({ code: 'unknown_frame', bytes: toHex(bytes) }),
    shape: 'reading',
    nothingFound: 'bad_format',
  },
};
