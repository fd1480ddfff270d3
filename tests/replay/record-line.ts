import { sha256 } from '../../db/log/sha256.ts';
import { type LineEvent, scriptOf } from '../../drivers/acceptance/bad-lines.ts';
import { createBench, type Weather } from '../../drivers/acceptance/virtual-bench.ts';
import { captureSourceOf } from '../../drivers/capture/capture-line.ts';
import { findDriver } from '../../drivers/registry.ts';
import { createBatcher } from '../../electron/listener/batcher.ts';
import type { IntakeBatch } from '../../electron/ports/intake-port.ts';
import { bootId, type EntityId, entityId, type InstrumentId, instrumentId } from '../../vocabulary/ids.ts';
import { orThrow } from '../../vocabulary/result.ts';
import type { detectorsOfRun } from '../endurance/families.ts';

export const INSTRUMENT = instrumentId.parse('1'.repeat(32));
export const BOOT = bootId.parse('2'.repeat(32));

let ids = 0;
const newId = (): EntityId => entityId.parse(sha256(`id ${ids++}`).slice(0, 32));

type Family = (typeof detectorsOfRun)[number]['family'];

/** What one detector hands to the recorder over a bad line, in batches of so many ms. */
export async function recordLine(
  family: Family,
  events: readonly LineEvent[],
  weather: Weather,
  batchMs: number,
  instrument: InstrumentId = INSTRUMENT,
) {
  const driver = orThrow(findDriver(family.driver));
  const prepared = orThrow(driver.prepare(family.settings));
  const bench = createBench(prepared, weather);
  const device = family.device(scriptOf(events), bench.now);
  const head = { instrumentId: instrument, session: newId(), boot: BOOT, channels: [...prepared.channels] };
  const batcher = createBatcher({ ...head, ...captureSourceOf(driver, prepared) }, newId);
  const batches: IntakeBatch[] = [];
  let taken = 0;
  const collect = () => {
    for (const item of bench.items.slice(taken)) batcher.add(item);
    taken = bench.items.length;
    const batch = batcher.take();
    if (batch) batches.push(batch);
  };
  const run = async (ms: number) => {
    for (let left = ms; left > 0; left -= batchMs) {
      await bench.run(Math.min(left, batchMs));
      collect();
    }
  };
  bench.plugIn(device);
  await bench.session.start();
  for (const { unpluggedMs, noise, forMs } of events) {
    if (unpluggedMs > 0) {
      bench.unplug();
      await run(unpluggedMs);
      bench.plugIn(device);
    }
    if (noise.length > 0) bench.inject(noise, family.head !== undefined);
    await run(forMs);
  }
  await run(1500);
  return { batches, end: bench.now };
}

/** A device that measures 0.75 for so long, on a good line. */
export const steadily = (forMs: number): LineEvent => ({
  forMs,
  noise: new Uint8Array(),
  unpluggedMs: 0,
  cents: 75,
  behaviour: { kind: 'normal' },
});
