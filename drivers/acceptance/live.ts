import { orThrow } from '../../vocabulary/result.ts';
import type { Driver, PreparedDriver, SettingValues } from '../driver.ts';
import type { ScriptStep, SimulatedDevice } from '../simulator/simulated-device.ts';
import type { AcceptanceParts } from './acceptance-parts.ts';
import { type Bench, createBench, type Weather } from './virtual-bench.ts';

/** A session that has just been started with a scripted device on its line. */
interface Live {
  readonly bench: Bench;
  readonly device: SimulatedDevice;
  readonly ready: PreparedDriver;
}

export type GoLive = (
  script: readonly [ScriptStep, ...ScriptStep[]],
  settings?: SettingValues,
  weather?: Weather,
) => Promise<Live>;

/** Without a start-up hold unless the settings say so. */
export const goLive =
  (driver: Driver, parts: AcceptanceParts): GoLive =>
  async (script, settings = {}, weather = {}) => {
    const ready = orThrow(driver.prepare({ ...parts.settings, warmupMs: 0, ...settings }));
    const bench = createBench(ready, weather);
    const device = parts.device(script, bench.now);
    bench.plugIn(device);
    await bench.session.start();
    return { bench, device, ready };
  };
