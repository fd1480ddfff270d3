import type { ChannelReading } from '../driver.ts';

/**
 * The start-up hold of devices that do not show their warm-up: for so long after the first good frame of a connection
 * nothing is a measurement. Fault and invalid are worse words and stay (protocol rule 2).
 */
export function createWarmupHold(holdMs: number) {
  let firstFrameAt: number | null = null;
  return {
    opened() {
      firstFrameAt = null;
    },
    apply(readings: readonly ChannelReading[], at: number): readonly ChannelReading[] {
      firstFrameAt ??= at;
      return at - firstFrameAt < holdMs ? readings.map(held) : readings;
    },
  };
}

function held(reading: ChannelReading): ChannelReading {
  const { value } = reading;
  if (value.quality === 'fault' || value.quality === 'invalid' || value.quality === 'warmup') return reading;
  return { ...reading, value: { quality: 'warmup', unit: value.unit, detail: 'start_up_hold' } };
}
