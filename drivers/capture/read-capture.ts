import { type CaptureHeader, type CaptureLine, captureHeader, captureLine } from '../../vocabulary/capture.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';

/** A capture as far as it is held: its head and its lines in the order in which things happened. */
export interface Capture {
  readonly header: CaptureHeader;
  readonly lines: readonly CaptureLine[];
  /** Lines that stand between others and are not held. */
  readonly holes: readonly CaptureHole[];
}

/** `before` is the index of the line that follows; `lines` is how many are not there. */
export interface CaptureHole {
  readonly before: number;
  readonly lines: number;
}

/** Reads the parsed lines of one raw capture or block. Fault: bad_capture with the number of the line. */
export function readCapture(parsed: Iterable<unknown>): Result<Capture> {
  const [first, ...rest] = parsed;
  const header = captureHeader.safeParse(first);
  if (!header.success) return fail({ code: 'bad_capture', line: 1 });
  const lines: CaptureLine[] = [];
  for (const [index, line] of rest.entries()) {
    const read = captureLine.safeParse(line);
    if (!read.success) return fail({ code: 'bad_capture', line: index + 2 });
    lines.push(read.data);
  }
  return ok(orderCapture(header.data, lines));
}

/** Puts the lines of one capture in order, each once: blocks may come in any order and a batch twice. */
export function orderCapture(header: CaptureHeader, lines: readonly CaptureLine[]): Capture {
  const ordered = lines.toSorted(inOrder);
  const once = ordered.filter((line, index) => line.n === undefined || line.n !== ordered[index - 1]?.n);
  return { header, lines: once, holes: holesIn(once) };
}

/** Kept noise may have been written late; its number, or else the time of its first byte, gives the true order. */
const inOrder = (one: CaptureLine, other: CaptureLine): number =>
  one.n === undefined || other.n === undefined ? startOf(one) - startOf(other) : one.n - other.n;

export const startOf = (line: CaptureLine): number => ('link' in line ? line.mono_ms : line.mono_first_ms);
export const endOf = (line: CaptureLine): number => ('link' in line ? line.mono_ms : line.mono_last_ms);

function holesIn(lines: readonly CaptureLine[]): CaptureHole[] {
  let next = 0;
  return lines.flatMap((line, before) => {
    if (line.n === undefined) return [];
    const missing = line.n - next;
    next = line.n + ('left_out' in line ? line.left_out.lines : 1);
    return missing > 0 ? [{ before, lines: missing }] : [];
  });
}
