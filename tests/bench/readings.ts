import { encodeBlock } from '../../db/readings/block.ts';
import { bootId, instrumentId } from '../../vocabulary/ids.ts';
import { scaledToDecimal } from '../../vocabulary/quantity.ts';
import { type Reading, reading } from '../../vocabulary/reading.ts';
import { seededRandom } from '../fuzz/random.ts';
import type { BenchRow } from './measure.ts';

const COUNT = 60_000;
const PER_BLOCK = 6000; // ten minutes at 10 Hz

/** Slow drift, sensor noise, 0–3 ms of jitter: what a laser detector at 10 Hz gives. */
function syntheticReadings(): readonly Reading[] {
  const random = seededRandom(7);
  const instrument = instrumentId.parse('1'.repeat(32));
  const boot = bootId.parse('2'.repeat(32));
  return Array.from({ length: COUNT }, (_, index) => {
    const drift = 40 + 15 * Math.sin(index / 9000);
    const at = index * 100 + random.below(4);
    return reading.parse({
      instrument,
      channel: 'ch1',
      gas: 'CH4',
      time: { wall: 1_795_000_000_000 + at, mono: at, boot },
      value: { quality: 'ok', amount: scaledToDecimal(Math.round(drift) + random.below(3) - 1, 2), unit: '%VOL' },
    });
  });
}

/** W3: how many bytes a reading takes in the blocks, exact decimals, times and boot included. */
export function benchReadings(): readonly BenchRow[] {
  const readings = syntheticReadings();
  const from = performance.now();
  let bytes = 0;
  for (let at = 0; at < readings.length; at += PER_BLOCK) {
    const slice = readings.slice(at, at + PER_BLOCK);
    bytes += encodeBlock(instrumentId.parse('1'.repeat(32)), slice).length;
  }
  const seconds = (performance.now() - from) / 1000;
  return [
    {
      workload: 'W3 readings',
      contender: '10 min blocks, exact, against 12 bytes of a bare Int32 triple',
      figure: `${(bytes / readings.length).toFixed(2)} bytes a reading, ${Math.round(readings.length / seconds).toLocaleString('en')} readings/s`,
      ratio: `${(bytes / readings.length / 12).toFixed(3)}×`,
      goal: '≤ 1.3 bytes',
    },
  ];
}
