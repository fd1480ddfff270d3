import { z } from 'zod';
import { gas } from '../../vocabulary/gas.ts';
import { ok } from '../../vocabulary/result.ts';
import { type Driver, type Link, prepareWith } from '../driver.ts';
import { slaveAddress } from '../requests/allowed-request.ts';
import { baudField, choiceField, fullScaleField, mayStayEmpty, slaveField, warmupField } from '../setting-fields.ts';
import { linkOf, linkSettings, positiveSetting, warmupSetting } from '../settings.ts';
import { readOf } from './ask.ts';
import { ir400Words } from './ir400.words.ts';
import { answering, firstExchange, readIr400Request } from './ir400-exchange.ts';
import { GAS_ID, MODEL, MODEL_IR400 } from './registers.ts';

/** The sister model ships so; 9600 is the next to try (p5). */
const USUAL_LINK: Link = { baudRate: 19_200, dataBits: 8, parity: 'none', stopBits: 1 };
const GASES = ['CH4', 'COMB'] as const;
const LOG_CHOICES = ['none', 'warning', 'alarm', 'fault', 'maintenance', 'calibration'] as const;

const settings = z.strictObject({
  gas: gas.extract(GASES).optional(),
  full_scale: positiveSetting.optional(),
  slave: z.coerce.number().pipe(slaveAddress).default(slaveAddress.parse(1)),
  log: z.enum(LOG_CHOICES).default('alarm'),
  warmupMs: warmupSetting(0),
  ...linkSettings(USUAL_LINK),
});

/** General Monitors IR400 over Modbus RTU: the live loop value and one stored event log (p5). */
export const ir400Driver: Driver = {
  id: 'ir400',
  protocol: 'p5',
  version: '1',
  title: ir400Words.title,
  talk: 'poll',
  link: USUAL_LINK,
  fields: [
    choiceField('gas', GASES),
    mayStayEmpty({ ...fullScaleField, title: ir400Words.fullScale }),
    slaveField,
    { key: 'log', title: ir400Words.log, kind: 'choice', choices: LOG_CHOICES, default: 'alarm' },
    warmupField(0),
    baudField(['2400', '4800', '9600', '19200'], 19_200),
  ],
  prepare: prepareWith(settings, (chosen) => ({
    link: linkOf(chosen),
    channels: ['ch1'],
    warmupMs: chosen.warmupMs,
    interByteMs: 100,
    talk: {
      kind: 'poll',
      periodMs: 1000,
      timeoutMs: 500,
      retries: 3,
      first: firstExchange(chosen),
      answering: (bytes) => answering(bytes, chosen),
    },
  })),
  find: {
    questions: (slave) => [readOf(slave, MODEL), readOf(slave, GAS_ID)],
    isOwn: ({ model }) => model === MODEL_IR400,
    proof: 'named',
    identity: ['model', 'gas_id'],
  },
  vectors: {
    readRequest: (bytes) => {
      const request = readIr400Request(bytes);
      if (!request.ok) return request;
      if (request.value.kind === 'ir400_cursor') {
        return ok({ slave: request.value.slave, function: 6, register: 0xb7, value: request.value.index });
      }
      const { slave, function: code, register, count } = request.value;
      return ok({ slave, function: code, register, count });
    },
    shape: 'reading',
    nothingFound: 'bad_checksum',
  },
};
