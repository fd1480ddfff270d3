import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { DecodedFrame, Exchange } from '../driver.ts';
import { modbusReplyMatcher } from '../framing/modbus-reply.ts';
import type { ModbusRead, SlaveAddress } from '../requests/allowed-request.ts';
import { judgeModbusReply } from '../requests/judge-modbus-reply.ts';
import { parseModbusRead } from '../requests/parse-modbus-read.ts';
import { judgeStatus } from './judge-status.ts';
import { parseChannel } from './parse-channel.ts';
import type { Profile, ProfileBlock } from './profile.ts';
import { type Registers, wordAt, wordList, wordsOf } from './registers.ts';

const BUSY_EXCEPTIONS: readonly unknown[] = [5, 6];
const BUSY_WAIT_MS = 500;

/** All blocks of a poll as readings; another instrument than the profile's is `wrong_device`. */
function decodeAll(profile: Profile, registers: Registers): Result<DecodedFrame> {
  const stranger = profile.identity.find((each) => wordAt(registers, each) !== each.equals);
  if (stranger !== undefined) return fail({ code: 'wrong_device', got: wordAt(registers, stranger) });
  const { quality, flags, alarms } = judgeStatus(profile, registers);
  const readings = profile.channels.map((channel) => parseChannel(channel, registers, quality, flags));
  return ok({ readings, details: { alarms, flags } });
}

export const requestFor = (slave: SlaveAddress, { function: code, address, count }: ProfileBlock): ModbusRead => ({
  kind: 'modbus_read',
  slave,
  function: code,
  register: address,
  count,
});

/** Reads the blocks one after another; the last one makes the readings. A poll that failed begins anew. */
export function blockExchange(
  profile: Profile,
  slave: SlaveAddress,
  index = 0,
  before: Registers = new Map(),
): Exchange {
  const [head, ...tail] = profile.blocks.slice(index);
  if (head === undefined) throw new Error('a profile has at least one block');
  const request = requestFor(slave, head);
  const isLast = tail.length === 0;
  const begin = () => blockExchange(profile, slave);
  const exchange: Exchange = {
    request,
    match: modbusReplyMatcher({ slave, function: request.function, dataBytes: request.count * 2 }),
    judge: (frame) => {
      const registers = judgeModbusReply(frame, request);
      if (!registers.ok) return registers;
      const words = wordsOf(registers.value);
      return isLast
        ? decodeAll(profile, new Map([...before, [head.name, words]]))
        : ok({ readings: [], details: { registers: words } });
    },
    next: (outcome) => {
      if (!outcome.ok && BUSY_EXCEPTIONS.includes(outcome.fault.exception))
        return { exchange, when: BUSY_WAIT_MS, notice: null };
      if (!outcome.ok || isLast) return { exchange: begin(), when: 'later', notice: null };
      const known = new Map([...before, [head.name, wordList.parse(outcome.value.details).registers]]);
      const onward = blockExchange(profile, slave, index + 1, known);
      return { exchange: onward, when: profile.timing.gapMs, notice: null };
    },
    // Half a poll is worth nothing later: its registers belong together.
    ...(index === 0 ? {} : { afterMiss: begin() }),
  };
  return exchange;
}

/** The exchange behind a recorded request. Only a profile of one block can be judged by one answer. */
export function answering(bytes: Uint8Array, profile: Profile): Result<Exchange> {
  const asked = parseModbusRead(bytes);
  if (!asked.ok) return asked;
  const { register, count, function: code, slave } = asked.value;
  const index = profile.blocks.findIndex(
    (each) => each.address === register && each.count === count && each.function === code,
  );
  return index < 0 ? fail({ code: 'bad_length', got: count }) : ok(blockExchange(profile, slave, index));
}
