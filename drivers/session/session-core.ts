import type { Fault } from '../../vocabulary/fault.ts';
import type { BootId, InstrumentId } from '../../vocabulary/ids.ts';
import type { RawChunk } from '../capture/capture-lines.ts';
import type { DecodedFrame, PreparedDriver } from '../driver.ts';
import { toHex } from '../framing/hex.ts';
import { encodeRequest } from '../requests/allowed-request.ts';
import { createNoiseLimit } from './noise-limit.ts';
import { createPollTalker } from './poll-talker.ts';
import { type Moment, momentOf, type Phase, type SessionItem } from './session-item.ts';
import { createStreamTalker } from './stream-talker.ts';
import { earlier, type Talker, type TalkerEvents } from './talker.ts';
import { createWarmupHold } from './warmup-hold.ts';
import { createWatch } from './watch.ts';

export interface SessionCoreParts {
  readonly prepared: PreparedDriver;
  readonly instrument: InstrumentId;
  readonly boot: BootId;
  readonly emit: (item: SessionItem) => void;
  /** Puts bytes on the line. Only ever called with an encoded `AllowedRequest`. */
  readonly write: (bytes: Uint8Array) => void;
}

export interface SessionCore {
  opened(now: Moment): void;
  received(bytes: Uint8Array, now: Moment): void;
  lost(cause: string, now: Moment): void;
  /** To be called when `due` has come, or at any other time: late calls change nothing but the time of sending. */
  wake(now: Moment): void;
  /** From now on nothing is asked; what has been asked may still be answered. */
  hush(): void;
  /** Half a frame has come, or an answer is awaited. */
  readonly isHearing: boolean;
  stop(now: Moment): void;
  /** Monotonic time at which `wake` is wanted; null: nothing pending. */
  readonly due: number | null;
}

/**
 * The session without clock, timers and line: told what happens and when, it gives items. Live and replay run this
 * same code. What falls due is stamped with its own time, derived from the last recorded event, so a replay of the
 * recorded events gives the same lines.
 */
export function createSessionCore({ prepared, instrument, boot, emit, write }: SessionCoreParts): SessionCore {
  const { talk } = prepared;
  let base = momentOf(0, 0);
  let now = base;
  let talker: Talker | null = null;
  let phase: Phase | null = null;
  let isHushed = false;

  const at = (mono: number): Moment => momentOf(base.wall + Math.round(mono - base.mono), mono);
  const keep = (chunk: RawChunk) => {
    if (chunk.mono_last_ms >= base.mono) base = momentOf(chunk.wall_ms, chunk.mono_last_ms);
    emit({ kind: 'raw', chunk });
  };
  const noise = createNoiseLimit(keep);
  const hold = createWarmupHold(prepared.warmupMs);
  const emitFault = (fault: Fault, bytes: Uint8Array | null, mono: number) =>
    emit({ kind: 'fault', fault, at: at(mono), rawHex: bytes && toHex(bytes) });

  const watch = createWatch(talk.kind, talk.periodMs, {
    stale: (mono) => {
      for (const channel of prepared.channels) emit({ kind: 'stale', channel, at: at(mono) });
    },
    gap: (from, to, cause) => emit({ kind: 'gap', from: at(from), to: at(to), cause }),
    phase: (next, mono) => {
      if (next !== phase) emit({ kind: 'phase', phase: next, fault: null, at: at(mono) });
      phase = next;
    },
  });

  const publish = (frame: DecodedFrame, bytes: Uint8Array, mono: number) => {
    noise.goodFrame();
    watch.good(mono);
    const time = { ...at(mono), boot };
    for (const { channel, gas, value, flags } of hold.apply(frame.readings, mono)) {
      emit({ kind: 'reading', reading: { instrument, channel, gas, time, value }, rawHex: toHex(bytes), flags });
    }
  };

  const events: TalkerEvents = {
    send(request, mono) {
      const bytes = encodeRequest(request);
      const sentAt = mono + (bytes.length * 10_000) / prepared.link.baudRate;
      base = now;
      emit({
        kind: 'raw',
        chunk: { wall_ms: now.wall, mono_first_ms: mono, mono_last_ms: sentAt, dir: 'tx', hex: toHex(bytes) },
      });
      write(bytes);
      return sentAt;
    },
    frame: publish,
    fault(fault, bytes, mono) {
      if (bytes === null || !noise.isOver) emitFault(fault, bytes, mono);
    },
    missed: (mono) => watch.missed(mono),
  };

  const trySend = () => {
    if (!isHushed) talker?.trySend(now.mono);
  };

  const due = () => earlier(talker?.due ?? null, watch.due);

  /** Works off everything that fell due until now, in order, each at its own time. */
  const advance = (until: number) => {
    for (let next = due(); next !== null && next <= until; next = due()) {
      if (talker?.due === next) talker.advance(next);
      else watch.advance(next);
    }
  };

  const record = (change: 'opened' | 'lost' | 'closed', cause: string | null) => {
    base = now;
    emit({ kind: 'link', change, at: now, cause });
  };

  return {
    get due() {
      return earlier(due(), isHushed ? null : (talker?.sendDue ?? null));
    },
    opened(moment) {
      advance(moment.mono);
      now = moment;
      record('opened', null);
      hold.opened();
      watch.opened(now.mono);
      talker =
        talk.kind === 'poll'
          ? createPollTalker(talk, prepared.interByteMs, events, now.mono)
          : createStreamTalker(talk, prepared.interByteMs, events);
      trySend();
    },
    received(bytes, moment) {
      advance(moment.mono);
      now = moment;
      const hex = toHex(bytes);
      const crosses = noise.take({
        wall_ms: now.wall,
        mono_first_ms: now.mono,
        mono_last_ms: now.mono,
        dir: 'rx',
        hex,
      });
      if (crosses) emitFault({ code: 'noise_continues' }, null, now.mono);
      talker?.receive(bytes, now.mono);
      trySend();
    },
    lost(cause, moment) {
      advance(moment.mono);
      now = moment;
      record('lost', cause);
      talker?.cut(now.mono);
      talker = null;
      watch.lost(now.mono);
    },
    wake(moment) {
      advance(moment.mono);
      now = moment;
      trySend();
    },
    hush() {
      isHushed = true;
    },
    get isHearing() {
      return talker?.isHearing ?? false;
    },
    stop(moment) {
      advance(moment.mono);
      now = moment;
      record('closed', null);
      talker = null;
      watch.stopped(now.mono);
    },
  };
}
