import { z } from 'zod';
import { gas } from '../../vocabulary/gas.ts';
import { gasUnit } from '../../vocabulary/quantity.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { type Driver, type EitherTalk, type Exchange, type Link, prepareWith } from '../driver.ts';
import { toHex } from '../framing/hex.ts';
import { encodeRequest } from '../requests/allowed-request.ts';
import { settingWords } from '../setting.words.ts';
import { baudField, choiceField, fullScaleField, mayStayEmpty, scaleField, warmupField } from '../setting-fields.ts';
import { linkOf, linkSettings, positiveSetting, warmupSetting } from '../settings.ts';
import { ANSWER, matchWinsen } from './frame.ts';
import { parseWinsenFrame, type WinsenMeaning } from './parse-frame.ts';
import { winsenWords } from './winsen.words.ts';

const USUAL_LINK: Link = { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 };
const GASES = ['CH4', 'CO2', 'CO', 'O2', 'H2S', 'COMB'] as const;
const UNITS = ['%VOL', '%LEL', '%LEL(ISO 10156)', '%LEL(IEC 60079-20-1)', 'ppm'] as const;
const MODES = ['auto', 'poll', 'stream'] as const;
/** Usual for the family; the figure of a model must come from its manual. */
const WARMUP_MS = 180_000;
const LISTEN_MS = 2500;
const PERIOD_MS = 1000;

const settings = z.strictObject({
  gas: gas.extract(GASES).optional(),
  unit: gasUnit.extract(UNITS).optional(),
  scale: positiveSetting.optional(),
  full_scale: positiveSetting.optional(),
  mode: z.enum(MODES).default('auto'),
  warmupMs: warmupSetting(WARMUP_MS),
  ...linkSettings(USUAL_LINK),
});

function exchangeFor(meaning: WinsenMeaning): Exchange {
  const exchange: Exchange = {
    request: { kind: 'winsen_read' },
    match: matchWinsen,
    judge: (frame) => parseWinsenFrame(frame, meaning),
    next: () => ({ exchange, when: 'later', notice: null }),
  };
  return exchange;
}

const isUnasked = (frame: Uint8Array): boolean => frame[1] !== ANSWER;

function talkFor(meaning: WinsenMeaning): EitherTalk {
  const first = exchangeFor(meaning);
  return {
    kind: 'either',
    periodMs: PERIOD_MS,
    listenMs: LISTEN_MS,
    isUnasked,
    poll: { kind: 'poll', periodMs: PERIOD_MS, timeoutMs: 300, retries: 2, first, answering: () => ok(first) },
    stream: {
      kind: 'stream',
      periodMs: PERIOD_MS,
      match: matchWinsen,
      // An answer nobody asked for may belong to another time or another asker.
      judge: (frame) => (isUnasked(frame) ? parseWinsenFrame(frame, meaning) : fail({ code: 'late_reply' })),
    },
  };
}

/** Winsen modules with nine-byte frames, polled or streaming (p3). */
export const winsenDriver: Driver = {
  id: 'winsen',
  protocol: 'p3',
  version: '1',
  title: winsenWords.title,
  talk: 'poll',
  link: USUAL_LINK,
  fields: [
    choiceField('gas', GASES),
    choiceField('unit', UNITS),
    // A streaming model says both itself.
    mayStayEmpty(scaleField),
    mayStayEmpty(fullScaleField),
    { key: 'mode', title: settingWords.mode, kind: 'choice', choices: MODES, default: 'auto' },
    warmupField(WARMUP_MS),
    baudField(['9600'], 9600),
  ],
  prepare: prepareWith(settings, ({ mode, ...chosen }) => {
    const talk = talkFor(chosen);
    return {
      link: linkOf(chosen),
      channels: ['ch1'],
      warmupMs: chosen.warmupMs,
      interByteMs: 100,
      talk: mode === 'auto' ? talk : talk[mode],
    };
  }),
  find: { questions: () => [{ kind: 'winsen_read' }], proof: 'named', identity: ['full_scale'] },
  vectors: {
    readRequest: (bytes) =>
      toHex(bytes) === toHex(encodeRequest({ kind: 'winsen_read' }))
        ? ok({ command: 'read', sensor: 1 })
        : fail({ code: 'unknown_frame', bytes: toHex(bytes) }),
    shape: 'reading',
    nothingFound: 'bad_format',
    settingsIn: ({ profile }) => z.record(z.string(), z.unknown()).catch({}).parse(profile),
  },
};
