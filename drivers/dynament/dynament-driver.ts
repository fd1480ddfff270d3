import { z } from 'zod';
import { gas } from '../../vocabulary/gas.ts';
import { gasUnit } from '../../vocabulary/quantity.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { type DecodedFrame, type Driver, type Exchange, type Link, prepareWith } from '../driver.ts';
import { toHex } from '../framing/hex.ts';
import { encodeRequest } from '../requests/allowed-request.ts';
import { baudField, choiceField, fullScaleField, warmupField } from '../setting-fields.ts';
import { linkOf, linkSettings, positiveSetting, warmupSetting } from '../settings.ts';
import { dynamentWords } from './dynament.words.ts';
import { matchDynament, readDynament } from './frame.ts';
import { type DynamentMeaning, LIVE_DATA_BYTES, parseLiveData } from './parse-live-data.ts';

const USUAL_LINK: Link = { baudRate: 38_400, dataBits: 8, parity: 'none', stopBits: 1 };
const UNITS = ['%VOL', '%LEL', '%LEL(ISO 10156)', '%LEL(IEC 60079-20-1)', 'ppm'] as const;

const settings = z.strictObject({
  gas: gas.extract(['CH4', 'CO2', 'COMB']).optional(),
  unit: gasUnit.extract(UNITS).optional(),
  full_scale: positiveSetting.optional(),
  warmupMs: warmupSetting(0),
  ...linkSettings(USUAL_LINK),
});

function judge(frame: Uint8Array, meaning: DynamentMeaning): Result<DecodedFrame> {
  const read = readDynament(frame);
  if (read.kind === 'nak') return fail({ code: 'nak', reason: read.reason });
  if (read.kind === 'ack') return fail({ code: 'unknown_frame', bytes: toHex(frame) });
  if (read.data.length !== LIVE_DATA_BYTES) return fail({ code: 'wrong_length', got: read.data.length });
  return ok(parseLiveData(read.data, meaning));
}

function exchangeFor(meaning: DynamentMeaning): Exchange {
  const exchange: Exchange = {
    request: { kind: 'dynament_read' },
    match: matchDynament,
    judge: (frame) => judge(frame, meaning),
    next: () => ({ exchange, when: 'later', notice: null }),
  };
  return exchange;
}

/** Dynament Premier and Platinum, Status Scientific heads: DLE framing, live data simple (p4). */
export const dynamentDriver: Driver = {
  id: 'dynament',
  protocol: 'p4',
  version: '1',
  title: dynamentWords.title,
  talk: 'poll',
  link: USUAL_LINK,
  fields: [
    choiceField('gas', ['CH4', 'CO2', 'COMB']),
    choiceField('unit', UNITS),
    fullScaleField,
    warmupField(0),
    baudField(['4800', '9600', '19200', '38400'], 38_400),
  ],
  prepare: prepareWith(settings, (chosen) => ({
    link: linkOf(chosen),
    channels: ['ch1'],
    warmupMs: chosen.warmupMs,
    interByteMs: 50,
    talk: {
      kind: 'poll',
      periodMs: 1000,
      timeoutMs: 300,
      retries: 2,
      first: exchangeFor(chosen),
      answering: () => ok(exchangeFor(chosen)),
    },
  })),
  find: { questions: () => [{ kind: 'dynament_read' }], proof: 'named', identity: ['version'] },
  vectors: {
    readRequest: (bytes) =>
      toHex(bytes) === toHex(encodeRequest({ kind: 'dynament_read' }))
        ? ok({ command: 'read', variable: 6 })
        : fail({ code: 'unknown_frame', bytes: toHex(bytes) }),
    shape: 'reading',
    nothingFound: 'bad_format',
  },
};
