import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { createBench } from '../acceptance/virtual-bench.ts';
import { itransDriver } from '../itrans/itrans-driver.ts';
import { createItransDevice } from '../simulator/itrans-device.ts';
import { always, measuring } from '../simulator/simulated-device.ts';
import { captureLineOf, headerLine } from './capture-line.ts';
import { replayCapture } from './replay-capture.ts';
import { resultLine } from './result-line.ts';

const prepared = orThrow(itransDriver.prepare({ gas: 'CH4', unit: '%VOL' }));
const header = headerLine(itransDriver, prepared);

async function recorded(ms: number) {
  const bench = createBench(prepared);
  bench.plugIn(createItransDevice({ script: always(measuring('0.75')), startAt: bench.now }));
  await bench.session.start();
  await bench.run(ms);
  await bench.stop();
  const lines = bench.items.map(captureLineOf).filter((line) => line !== null);
  return { lines, wanted: bench.items.map(resultLine).filter((line) => line !== null) };
}

describe('a raw capture', () => {
  test('begins with the driver, its version and its settings', () => {
    expect(header).toMatchObject({ v: 1, driver: 'itrans', driverVersion: '1', settings: { gas: 'CH4', slave: 1 } });
  });

  test('without the lines about the link, as a bundle keeps it, still gives every reading', async () => {
    const { lines, wanted } = await recorded(5000);
    const bytesOnly = lines.filter((line) => !('link' in line));
    expect(bytesOnly.length).toBe(lines.length - 2);
    expect(orThrow(replayCapture([header, ...bytesOnly])).map(resultLine)).toEqual(wanted);
  });

  test('with one byte changed loses that reading and makes up no other', async () => {
    const { lines, wanted } = await recorded(5000);
    const spoilt = lines.findIndex((line) => !('link' in line) && line.dir === 'rx');
    const changed = lines.map((line, index) =>
      index === spoilt && 'hex' in line ? { ...line, hex: line.hex.replace('4b', '4c') } : line,
    );
    const got = orThrow(replayCapture([header, ...changed])).map(resultLine);
    expect(got[0]).toMatchObject({ type: 'fault', code: 'bad_checksum' });
    // The session waits out the time-out it never had, so the next answer may be lost to it too.
    const kept = got.filter((line) => line?.type === 'reading');
    expect(kept.length).toBeGreaterThan(0);
    for (const line of kept) expect(wanted.slice(1)).toContainEqual(line);
  });

  test.each([
    ['an unknown driver', { ...header, driver: 'geiger' }, 'unknown_driver'],
    ['settings the driver does not take', { ...header, settings: { slave: 0 } }, 'bad_setting'],
    ['another format', { ...header, v: 2 }, 'bad_capture'],
  ])('of %s is refused', (_, first, code) => {
    expect(replayCapture([first])).toMatchObject({ ok: false, fault: { code } });
  });

  test('with a malformed line is refused with its number', () => {
    expect(replayCapture([header, { dir: 'rx' }])).toMatchObject({
      ok: false,
      fault: { code: 'bad_capture', line: 2 },
    });
  });
});
