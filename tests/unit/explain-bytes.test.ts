import { describe, expect, test } from 'vitest';
import { replayCapture } from '../../drivers/capture/replay-capture.ts';
import { explainBytes } from '../../drivers/explain/explain-bytes.ts';
import { fromHex } from '../../drivers/framing/hex.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { detectorsOfRun } from '../endurance/families.ts';
import { recordLine, steadily } from '../replay/record-line.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

describe.each(detectorsOfRun)('the bytes of $name', ({ family }) => {
  test('every frame and every request is explained from its first byte to its last, with a check and what was measured', async () => {
    const { batches } = await recordLine(family, [steadily(4000)], {}, 1000);
    const [first] = batches;
    const { driver = '', driverVersion, settings } = first ?? {};
    const raw = batches.flatMap((batch) => batch.raw);
    const items = orThrow(replayCapture([{ v: 1, driver, driverVersion, settings }, ...raw]));
    const frames = items.flatMap((item) => (item.kind === 'reading' ? [item.rawHex] : []));
    const requests = raw.flatMap((line) => ('hex' in line && line.dir === 'tx' ? [line.hex] : []));
    expect(frames.length).toBeGreaterThan(1);
    for (const [dir, all] of [
      ['rx', frames],
      ['tx', requests],
    ] as const) {
      for (const hex of all) {
        const fields = explainBytes(driver, dir, bytesOf(hex));
        expect(fields.map(({ from }) => from)).toEqual([0, ...fields.slice(0, -1).map(({ to }) => to)]);
        expect(fields.at(-1)?.to).toBe(hex.length / 2);
        expect(fields.map(({ means }) => means)).toContain('check');
        if (dir === 'rx') expect(fields.some(({ means }) => means === 'value' || means === 'values')).toBe(true);
      }
    }
  });
});

test('bytes that are laid out otherwise and drivers nobody knows are not explained', () => {
  expect(explainBytes('winsen', 'rx', bytesOf('ff86'))).toEqual([]);
  expect(explainBytes('geiger', 'rx', bytesOf('ff86'))).toEqual([]);
  expect(explainBytes('mhz9041a', 'tx', bytesOf('00'))).toEqual([]);
});

test('the value stands where the protocol says', () => {
  const line = Buffer.from('A+001.50 +24.0 0666.22 +16.1 B+066.0 00 3F\r\n');
  const said = explainBytes('mhz9041a', 'rx', line).map(({ from, to, means }) => [
    means,
    line.toString('latin1', from, to),
  ]);
  expect(said).toEqual(
    expect.arrayContaining([
      ['value', '+001.50'],
      ['temperature', '+24.0'],
      ['errorCode', '00'],
      ['check', '3F'],
    ]),
  );
});
