import type { PreparedDriver } from '../driver.ts';
import { EitherTalker } from './either-talker.ts';
import { PollTalker } from './poll-talker.ts';
import { createStreamTalker } from './stream-talker.ts';
import type { Talker, TalkerEvents } from './talker.ts';

/**
 * The talker for a line that has just been opened. `answersUntil`: when the last question asked before can have its answer
 * at the latest; an earlier run of the program may have asked too, so that a time-out is listened through in any case.
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
      return new PollTalker(talk, interByteMs, events, now, Math.max(now + talk.timeoutMs, answersUntil));
    case 'stream':
      return createStreamTalker(talk, interByteMs, events);
    case 'either':
      return new EitherTalker(talk, interByteMs, events, now, answersUntil);
  }
}
