import { bootId, instrumentId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { PreparedDriver } from '../driver.ts';
import { fromHex } from '../framing/hex.ts';
import { driverById } from '../registry.ts';
import { SessionCore } from '../session/session-core.ts';
import { momentOf, type SessionItem } from '../session/session-item.ts';
import { type CaptureLine, captureHeader, captureLine } from './capture-lines.ts';

/** A replay stands for no particular instrument and no boot. */
const NOBODY = '0'.repeat(32);

/**
 * Decodes a raw capture again: the session's own code, driven by the recorded times. The first line is the header.
 * Gives the items the live session gave (raw bytes and phases left out).
 */
export function replayCapture(lines: Iterable<unknown>): Result<readonly SessionItem[]> {
  const [first, ...rest] = lines;
  const header = captureHeader.safeParse(first);
  if (!header.success) return fail({ code: 'bad_capture', line: 1 });
  const driver = driverById(header.data.driver);
  if (driver === null) return fail({ code: 'unknown_driver', driver: header.data.driver });
  const prepared = driver.prepare(header.data.settings);
  if (!prepared.ok) return prepared;
  const recorded: CaptureLine[] = [];
  for (const [index, line] of rest.entries()) {
    const parsed = captureLine.safeParse(line);
    if (!parsed.success) return fail({ code: 'bad_capture', line: index + 2 });
    recorded.push(parsed.data);
  }
  return ok(
    replay(
      prepared.value,
      recorded.toSorted((one, other) => startOf(one) - startOf(other)),
    ),
  );
}

/** Kept noise may have been written late; the time of the first byte gives the true order. */
const startOf = (line: CaptureLine): number => ('link' in line ? Number(line.mono_ms) : Number(line.mono_first_ms));

function replay(prepared: PreparedDriver, recorded: readonly CaptureLine[]): readonly SessionItem[] {
  const items: SessionItem[] = [];
  const core = new SessionCore({
    prepared,
    instrument: instrumentId.parse(NOBODY),
    boot: bootId.parse(NOBODY),
    emit: (item) => items.push(item),
    write: () => {},
  });
  const [first] = recorded;
  // Bytes taken from a bundle carry no link lines: the line was open from the first byte on.
  if (first && !('link' in first)) core.opened(momentOf(Number(first.wall_ms), startOf(first)));
  for (const line of recorded) replayLine(line);
  return items.filter((item) => item.kind !== 'raw' && item.kind !== 'phase' && item.kind !== 'link');

  function replayLine(line: CaptureLine) {
    const now = momentOf(Number(line.wall_ms), startOf(line));
    if ('link' in line) {
      if (line.link === 'opened') core.opened(now);
      else if (line.link === 'lost') core.lost(String(line.cause ?? 'unplugged'), now);
      else core.stop(now);
    } else if (line.dir === 'tx') core.hasSent(now);
    else core.received(fromHex(String(line.hex)) ?? new Uint8Array(), now);
  }
}
