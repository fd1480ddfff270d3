import { z } from 'zod';
import { gasUnit } from '../../vocabulary/quantity.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { type Driver, type Link, prepareWith } from '../driver.ts';
import { toHex } from '../framing/hex.ts';
import { linkOf, linkSettings, warmupSetting } from '../settings.ts';
import { mhz9041aWords } from './mhz9041a.words.ts';
import { matchMhz9041aLine, parseMhz9041aLine } from './parse-line.ts';

const USUAL_LINK: Link = { baudRate: 115_200, dataBits: 8, parity: 'none', stopBits: 1 };
/** The real warm-up time is not known; the page asks for this hold after the first line. */
const WARMUP_MS = 30_000;

const UNITS = ['%VOL', '%LEL', '%LEL(ISO 10156)', '%LEL(IEC 60079-20-1)'] as const;

const settings = z.strictObject({
  gas: z.literal('CH4').default('CH4'),
  unit: gasUnit.extract(UNITS).optional(),
  warmupMs: warmupSetting(WARMUP_MS),
  ...linkSettings(USUAL_LINK),
});

/** Winsen MH-Z9041A laser methane, one ASCII line a second; the host sends nothing (p2). */
export const mhz9041aDriver: Driver = {
  id: 'mhz9041a',
  protocol: 'p2',
  version: '1',
  title: mhz9041aWords.title,
  talk: 'stream',
  link: USUAL_LINK,
  fields: [
    { key: 'unit', title: mhz9041aWords.unit, kind: 'choice', choices: UNITS, default: null },
    { key: 'warmupMs', title: mhz9041aWords.warmupMs, kind: 'integer', choices: [], default: WARMUP_MS },
    { key: 'baud', title: mhz9041aWords.baud, kind: 'choice', choices: ['9600', '115200'], default: 115_200 },
  ],
  prepare: prepareWith(settings, (chosen) => ({
    link: linkOf(chosen),
    channels: ['ch1'],
    warmupMs: chosen.warmupMs,
    interByteMs: 50,
    talk: {
      kind: 'stream',
      periodMs: 1000,
      match: matchMhz9041aLine,
      judge: (line) => ok(parseMhz9041aLine(line, chosen.unit)),
    },
  })),
  find: { questions: () => [], proof: 'named', identity: [] },
  vectors: {
    readRequest: (bytes) => fail({ code: 'unknown_frame', bytes: toHex(bytes) }),
    shape: 'reading',
    nothingFound: 'bad_format',
  },
};
