import type { PollTalk, PreparedDriver } from '../driver.ts';
import { EitherTalker } from './either-talker.ts';
import { OpeningEar } from './opening-ear.ts';
import { PollTalker } from './poll-talker.ts';
import { createStreamTalker } from './stream-talker.ts';
import type { Talker, TalkerEvents } from './talker.ts';

/**
 * The talker for a line that has just been opened. `answersUntil`: when the last question asked before can have its answer
 * at the latest; an earlier run of the program may have asked too, so that what comes within a time-out may be an answer.
 */
export function createTalker(
  talk: PreparedDriver['talk'],
  interByteMs: number,
  events: TalkerEvents,
  now: number,
  answersUntil: number,
): Talker {
  switch (talk.kind) {
    case 'poll':
      return new PollTalker(talk, interByteMs, events, now, earOf(talk, now, answersUntil));
    case 'stream':
      return createStreamTalker(talk, interByteMs, events);
    case 'either':
      return new EitherTalker(talk, interByteMs, events, now, answersUntil);
  }
}

const earOf = (talk: PollTalk, now: number, answersUntil: number) =>
  new OpeningEar(now, Math.max(now + talk.timeoutMs, answersUntil), now + (talk.settleMs ?? 0));
