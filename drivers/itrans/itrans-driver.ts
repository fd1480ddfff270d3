import { z } from 'zod';
import { gas } from '../../vocabulary/gas.ts';
import { gasUnit } from '../../vocabulary/quantity.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { type Driver, type Exchange, type Link, prepareWith } from '../driver.ts';
import { slaveAddress } from '../requests/allowed-request.ts';
import { parseModbusRead } from '../requests/parse-modbus-read.ts';
import { linkOf, linkSettings, warmupSetting } from '../settings.ts';
import { itransWords } from './itrans.words.ts';
import { itransExchange, itransRead } from './itrans-exchange.ts';
import type { ItransMeaning } from './parse-registers.ts';

const USUAL_LINK: Link = { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 };
const BAUD_CHOICES = ['1200', '2400', '4800', '9600', '14400', '19200', '28800', '38400', '57600', '115200'];

const settings = z.strictObject({
  gas: gas.exclude(['unknown']).optional(),
  unit: gasUnit.optional(),
  slave: z.coerce.number().pipe(slaveAddress).default(slaveAddress.parse(1)),
  sensor: z.coerce
    .number()
    .pipe(z.literal([1, 2]))
    .default(1),
  timeoutMs: z.coerce.number().int().min(100).max(5000).default(500),
  warmupMs: warmupSetting(0),
  ...linkSettings(USUAL_LINK),
});

/** The exchange behind a recorded request: the basic poll or the one with the status word. */
function answering(bytes: Uint8Array, meaning: ItransMeaning): Result<Exchange> {
  const request = parseModbusRead(bytes);
  if (!request.ok) return request;
  const { count } = request.value;
  return count === 4 || count === 5
    ? ok(itransExchange(request.value, meaning))
    : fail({ code: 'bad_length', got: count });
}

/** Industrial Scientific / Oldham iTrans and iTrans 2, Modbus RTU (p1). */
export const itransDriver: Driver = {
  id: 'itrans',
  protocol: 'p1',
  version: '1',
  title: itransWords.title,
  talk: 'poll',
  link: USUAL_LINK,
  fields: [
    {
      key: 'gas',
      title: itransWords.gas,
      kind: 'choice',
      choices: ['CH4', 'CO', 'O2', 'H2S', 'ClO2', 'HCN', 'COMB'],
      default: null,
    },
    { key: 'unit', title: itransWords.unit, kind: 'choice', choices: [...gasUnit.options.slice(0, 5)], default: null },
    { key: 'slave', title: itransWords.slave, kind: 'integer', choices: [], default: 1 },
    { key: 'sensor', title: itransWords.sensor, kind: 'choice', choices: ['1', '2'], default: 1 },
    { key: 'timeoutMs', title: itransWords.timeoutMs, kind: 'integer', choices: [], default: 500 },
    { key: 'baud', title: itransWords.baud, kind: 'choice', choices: BAUD_CHOICES, default: 9600 },
  ],
  prepare: prepareWith(settings, (chosen) => ({
    link: linkOf(chosen),
    channels: ['ch1'],
    warmupMs: chosen.warmupMs,
    interByteMs: 100,
    talk: {
      kind: 'poll',
      periodMs: 1000,
      timeoutMs: chosen.timeoutMs,
      retries: 2,
      first: itransExchange(itransRead(chosen.slave, chosen.sensor), chosen),
      answering: (bytes) => answering(bytes, chosen),
    },
  })),
  find: {
    questions: (slave) => [itransRead(slave, 1, 4)],
    isOwn: ({ slave, sensor_type, bus_address, mode }) =>
      sensor_type !== 'unknown' && mode !== 'unknown' && bus_address === slave,
    // FGD10A-M offers the same block (p1).
    proof: 'fits',
    identity: ['sensor_type', 'bus_address', 'gas_code'],
  },
  vectors: {
    readRequest: (bytes) => {
      const request = parseModbusRead(bytes);
      if (!request.ok) return request;
      const { slave, function: code, register, count } = request.value;
      return ok({ slave, function: code, register, count });
    },
    shape: 'reading',
    nothingFound: 'bad_checksum',
  },
};
