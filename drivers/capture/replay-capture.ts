import type { CaptureHeader, CaptureLine } from '../../vocabulary/capture.ts';
import { bootId, instrumentId } from '../../vocabulary/ids.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import type { PreparedDriver } from '../driver.ts';
import { fromHex } from '../framing/hex.ts';
import { SessionCore } from '../session/session-core.ts';
import { momentOf, type SessionItem } from '../session/session-item.ts';
import { type Capture, endOf, readCapture, startOf } from './read-capture.ts';
import { recordedDriver } from './recorded-driver.ts';

/** A capture that does not say whose it is stands for no particular instrument and no boot. */
const NOBODY = '0'.repeat(32);

/**
 * Decodes a raw capture again: the session's own code, driven by the recorded times. The first line is the header.
 * Gives the items the live session gave (those without a result line left out).
 */
export function replayCapture(lines: Iterable<unknown>): Result<readonly SessionItem[]> {
  const capture = readCapture(lines);
  if (!capture.ok) return capture;
  const recorded = recordedDriver(capture.value.header);
  if (!recorded.ok) return recorded;
  const items: SessionItem[] = [];
  replayLines(recorded.value.prepared, capture.value, { hear: (item) => items.push(item) });
  return ok(items.filter((item) => !WITHOUT_RESULT.has(item.kind)));
}

const WITHOUT_RESULT: ReadonlySet<SessionItem['kind']> = new Set(['raw', 'phase', 'link', 'said', 'gap_open'] as const);

export interface ReplayOptions {
  /** Every item, and the index of the line during which it became known. */
  readonly hear: (item: SessionItem, line: number) => void;
  /** Until when the session is known to have lived, where its end is not recorded: what fell due by then is worked off. */
  readonly until?: number;
}

/** Plays the lines of a capture to the session's own code. */
export function replayLines(prepared: PreparedDriver, { header, lines }: Capture, options: ReplayOptions): void {
  const replayer = new Replayer(prepared, header, options.hear);
  const [first] = lines;
  // Bytes without what happened to the line: it was open from the first byte on.
  if (first && !('link' in first)) replayer.open(momentOf(first.wall_ms, startOf(first)));
  for (const [index, line] of lines.entries()) replayer.play(line, index);
  const last = lines.at(-1);
  if (!last || options.until === undefined || options.until <= endOf(last)) return;
  replayer.reach(momentOf(last.wall_ms + Math.round(options.until - endOf(last)), options.until));
}

class Replayer {
  readonly #fresh: () => SessionCore;
  /** Null after the driver failed, as live, until the record says that it began anew. */
  #core: SessionCore | null;
  #line = 0;

  constructor(prepared: PreparedDriver, header: CaptureHeader, hear: ReplayOptions['hear']) {
    this.#fresh = () => {
      const core: SessionCore = new SessionCore({
        prepared,
        instrument: header.instrument ?? instrumentId.parse(NOBODY),
        boot: header.boot ?? bootId.parse(NOBODY),
        emit: (item) => {
          if (this.#core === core) hear(item, this.#line);
        },
        write: () => {},
      });
      core.hush(); // what was sent stands in the record
      return core;
    };
    this.#core = this.#fresh();
  }

  open(now: ReturnType<typeof momentOf>): void {
    this.#guard((core) => core.opened(now));
  }

  reach(now: ReturnType<typeof momentOf>): void {
    this.#guard((core) => core.wake(now));
  }

  play(line: CaptureLine, index: number): void {
    this.#line = index;
    const now = momentOf(line.wall_ms, startOf(line));
    if ('left_out' in line) return;
    if (!('link' in line)) {
      const bytes = fromHex(line.hex) ?? new Uint8Array();
      const last = momentOf(line.wall_ms, endOf(line));
      this.#guard((core) => (line.dir === 'tx' ? core.hasSent(bytes, now) : core.received(bytes, last, now.mono)));
      return;
    }
    if (line.link === 'restarted') this.#core = this.#fresh();
    else if (line.link === 'opened') this.open(now);
    else if (line.link === 'lost') this.#guard((core) => core.lost(line.cause ?? 'unplugged', now));
    else this.#guard((core) => core.stop(now));
  }

  /** A driver that failed live fails here at the same byte, and is heard no more until it was started again. */
  #guard(call: (core: SessionCore) => void): void {
    if (this.#core === null) return;
    try {
      call(this.#core);
    } catch {
      this.#core = null;
    }
  }
}
