import { describe } from 'vitest';
import type { Driver } from '../driver.ts';
import { acceptFraming } from './accept-framing.ts';
import { acceptLine } from './accept-line.ts';
import { acceptReadings } from './accept-readings.ts';
import { acceptReplay } from './accept-replay.ts';
import type { AcceptanceParts } from './acceptance-parts.ts';

/** The suite every driver must pass: one call in its test, nothing of it may be left out. */
export function acceptDriver(driver: Driver, parts: AcceptanceParts): void {
  describe(`${driver.id}: framing`, () => acceptFraming(driver, parts));
  describe(`${driver.id}: readings`, () => acceptReadings(driver, parts));
  describe(`${driver.id}: line`, () => acceptLine(driver, parts));
  describe(`${driver.id}: replay`, () => acceptReplay(driver, parts));
}
