import type { StreamTalk } from '../driver.ts';
import { type Cut, createFramer } from '../framing/framer.ts';
import type { Talker, TalkerEvents } from './talker.ts';

/** Listens to a device that speaks by itself; never sends. */
export function createStreamTalker(talk: StreamTalk, interByteMs: number, events: TalkerEvents): Talker {
  const framer = createFramer(talk.match);
  let lastByteAt = 0;

  const work = (cuts: readonly Cut[], at: number) => {
    for (const cut of cuts) {
      if (cut.kind === 'noise') events.fault({ code: 'bad_format' }, cut.bytes, at);
      if (cut.kind === 'fault') events.fault({ code: cut.code }, cut.bytes, at);
      if (cut.kind !== 'frame') continue;
      const judged = talk.judge(cut.bytes);
      if (judged.ok) events.frame(judged.value, cut.bytes, at);
      else events.fault(judged.fault, cut.bytes, at);
    }
  };

  return {
    get due() {
      return framer.held > 0 ? lastByteAt + interByteMs : null;
    },
    sendDue: null,
    answersUntil: 0,
    get isHearing() {
      return framer.held > 0;
    },
    advance: (at) => work(framer.silence(), at),
    receive(bytes, now) {
      lastByteAt = now;
      work(framer.push(bytes), now);
    },
    trySend: () => {},
    hasSent: () => {},
    cut: (at) => work(framer.silence(), at),
  };
}
