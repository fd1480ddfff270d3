import { describe, expect, test } from 'vitest';
import { drivers } from '../../drivers/registry.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { fuzzDriver } from './fuzz-driver.ts';
import { oracles } from './oracle.ts';
import { seededRandom } from './random.ts';

// Streams of good frames, spoilt frames and noise in any slicing: nothing throws or hangs, no byte is lost or doubled, and a
// number only comes out of a frame that passes a check and states that number, both written a second time in this folder.

const CHUNKS = 100_000;
/** Half of them are cut and judged, half go through whole conversations with time-outs, retries and pulled plugs. */
/** One frame is no reading of it. */
const UNJUDGED_ALONE = new Set(['profile:oi-7032-ch6']);
const WAYS = ['cutStream', 'holdSession'] as const;

test('every driver has its oracle', () => {
  expect(Object.keys(oracles).toSorted()).toEqual(drivers.map(({ id }) => id).toSorted());
});

describe.each(drivers.map((driver) => [driver.id, driver] as const))('%s', (_, driver) => {
  test.each(WAYS)('%s: survives any stream, loses no byte and makes no number up', (way) => {
    const fuzzed = fuzzDriver(driver);
    const wanted = scaled(CHUNKS / drivers.length / WAYS.length);
    const from = performance.now();
    let chunks = 0;
    for (let seed = 1; chunks < wanted; seed += 1) {
      try {
        chunks += fuzzed[way](seededRandom(seed));
      } catch (error) {
        throw new Error(`${driver.id} ${way} seed ${seed}`, { cause: error });
      }
    }
    expect(chunks).toBeGreaterThanOrEqual(wanted);
    const rate = Math.round(chunks / (performance.now() - from));
    if (wanted > CHUNKS)
      console.log(`${driver.id} ${way}: ${chunks} chunks, ${fuzzed.numbers()} numbers, ${rate} chunks a ms`);
    if (way === 'cutStream' && !UNJUDGED_ALONE.has(driver.id)) expect(fuzzed.numbers()).toBeGreaterThan(0);
  });
});
