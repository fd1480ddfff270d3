import { ok, type Result } from '../../vocabulary/result.ts';
import type { DecodedFrame, Driver, Exchange, Link, PollTalk, PreparedDriver } from '../driver.ts';
import { createFramer } from '../framing/framer.ts';
import { encodeRequest, type SlaveAddress, slaveAddress } from '../requests/allowed-request.ts';
import { type Recognised, recognised } from './recognised.ts';

/** The line is listened to for so long at each speed before a question goes out: a second speaker would be heard. */
export const QUIET_MS = 300;

/** One kind of instrument at one speed: what is asked there. */
export interface AskStep {
  readonly driver: Driver;
  readonly link: Link;
  readonly slave: SlaveAddress | null;
  readonly timeoutMs: number;
  /** The first recognises; the others tell more. */
  readonly exchanges: readonly [Exchange, ...Exchange[]];
}

const pollOf = ({ talk }: PreparedDriver): PollTalk | null =>
  talk.kind === 'stream' ? null : talk.kind === 'poll' ? talk : talk.poll;

function speedsOf(driver: Driver, allSpeeds: boolean): number[] {
  const others = driver.fields.find(({ key }) => key === 'baud')?.choices ?? [];
  return [...new Set([driver.link.baudRate, ...(allSpeeds ? others.map(Number).toReversed() : [])])];
}

/**
 * The steps of asking for one kind of instrument: at its usual speed, and at its others where the person named it.
 * None where it is only listened to. `slave`: the address the person gave, else the driver's default.
 */
export function askSteps(driver: Driver, slave: SlaveAddress | null, allSpeeds: boolean): AskStep[] {
  const slaveField = driver.fields.find(({ key }) => key === 'slave');
  const address = slaveField ? (slave ?? slaveAddress.parse(Number(slaveField.default))) : null;
  return speedsOf(driver, allSpeeds).flatMap((baud) => {
    const prepared = driver.prepare({ baud, ...(address === null ? {} : { slave: address }) });
    const poll = prepared.ok ? pollOf(prepared.value) : null;
    if (!prepared.ok || poll === null) return [];
    const asked = driver.find
      .questions(address ?? slaveAddress.parse(1))
      .map((read) => poll.answering(encodeRequest(read)));
    const [first, ...rest] = asked.flatMap((each) => (each.ok ? [each.value] : []));
    if (first === undefined) return [];
    const { timeoutMs } = poll;
    return [{ driver, link: prepared.value.link, slave: address, timeoutMs, exchanges: [first, ...rest] }];
  });
}

/** A refusal in the family's own frame and check is its voice as well. */
const OWN_REFUSALS: ReadonlySet<string> = new Set(['device_status', 'device_error']);

/** What came back for one question. */
export interface Answer {
  hear(bytes: Uint8Array): void;
  /** Bytes heard since the question. */
  readonly bytes: number;
  /** The good answer; null: none yet. A refusal in its own frame answers with no details. */
  readonly frame: Pick<DecodedFrame, 'readings' | 'details'> | null;
  /** Something answered that is not of this kind. */
  readonly isOther: boolean;
}

export function createAnswer(step: AskStep, exchange: Exchange): Answer {
  const framer = createFramer(exchange.match);
  const isFirst = exchange === step.exchanges[0];
  let bytes = 0;
  let frame: Answer['frame'] = null;
  let isOther = false;
  const judge = (cut: Uint8Array): Result<Pick<DecodedFrame, 'readings' | 'details'>> => {
    const judged = exchange.judge(cut);
    return !judged.ok && OWN_REFUSALS.has(judged.fault.code) ? ok({ readings: [], details: {} }) : judged;
  };
  return {
    hear(slice) {
      bytes += slice.length;
      for (const cut of framer.push(slice)) {
        if (cut.kind !== 'frame') continue;
        const judged = judge(cut.bytes);
        const isOwn = judged.ok && (!isFirst || (step.driver.find.isOwn?.(judged.value.details) ?? true));
        if (isOwn) frame ??= judged.value;
        else isOther = true;
      }
    },
    get bytes() {
      return bytes;
    },
    get frame() {
      return frame;
    },
    get isOther() {
      return isOther;
    },
  };
}

/** All that the answers of a step tell together. */
export const recognisedBy = (step: AskStep, answers: readonly NonNullable<Answer['frame']>[]): Recognised =>
  recognised(step.driver, step.link, step.slave, {
    readings: answers.flatMap(({ readings }) => readings),
    details: Object.assign({}, ...answers.map(({ details }) => details)),
  });
