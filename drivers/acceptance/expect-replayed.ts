import { expect } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { captureLineOf, headerLine } from '../capture/capture-line.ts';
import { replayCapture } from '../capture/replay-capture.ts';
import { resultLine } from '../capture/result-line.ts';
import type { Driver, PreparedDriver } from '../driver.ts';
import type { SessionItem } from '../session/session-item.ts';

/** The raw capture of a session, written and read as a file would be, gives every line of the session again. */
export function expectReplayed(driver: Driver, prepared: PreparedDriver, items: readonly SessionItem[]) {
  const wanted = items.map(resultLine).filter((line) => line !== null);
  const capture = [headerLine(driver, prepared), ...items.map(captureLineOf).filter((line) => line !== null)];
  const throughFile = capture.map((line) => JSON.parse(JSON.stringify(line)));
  expect(orThrow(replayCapture(throughFile)).map(resultLine)).toEqual(wanted);
}
