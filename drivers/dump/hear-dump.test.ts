import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { importLog } from '../log-import/import-log.ts';
import { openPty, type Pty } from '../transports/pty.ts';
import { serialTransport } from '../transports/serial-port.ts';
import { DUMP_SILENCE_MS, hearDump } from './hear-dump.ts';

const SAMPLE = readFileSync(new URL('../../tests/shared-cases/samples/vendor-b-gb18030.csv', import.meta.url));

const ptys: Pty[] = [];
afterEach(() => {
  for (const pty of ptys.splice(0)) pty.close();
});

/** A dump over a real pty whose waiting times pass when the test says so. */
async function begin() {
  const pty = await openPty();
  ptys.push(pty);
  const sent: number[] = [];
  pty.onBytes((bytes) => void sent.push(...bytes));
  let timer: { readonly ms: number; readonly call: () => void } | null = null;
  let bytes = 0;
  const dump = hearDump({
    path: pty.path,
    baud: 9600,
    open: serialTransport({ path: pty.path, serialNumber: null }),
    timers: {
      after: (ms, call) => {
        timer = { ms, call };
        return () => {
          timer = null;
        };
      },
    },
    heard: (count) => {
      bytes = count;
    },
  });
  const until = async (isSo: () => boolean) => {
    for (let turn = 0; turn < 500 && !isSo(); turn++) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  await until(() => timer !== null);
  const waits = () => timer?.ms;
  return { pty, sent, dump, until, waits, bytes: () => bytes, pass: () => timer?.call() };
}

describe('a text over a line', () => {
  test('is heard whole over a pty, ends by 5 s of silence, is read as a file of the same bytes, and nothing is sent', async () => {
    const line = await begin();
    expect(line.waits()).toBeGreaterThan(DUMP_SILENCE_MS);
    for (let at = 0; at < SAMPLE.length; at += 50) line.pty.write(SAMPLE.subarray(at, at + 50));
    await line.until(() => line.bytes() === SAMPLE.length);
    expect(line.waits()).toBe(DUMP_SILENCE_MS);
    line.pass();
    const heard = orThrow(await line.dump.text);
    expect(Buffer.compare(heard, SAMPLE)).toBe(0);
    expect(orThrow(importLog(heard, { zone: '+08:00' })).rows).toHaveLength(3);
    expect(line.sent).toEqual([]);
  });

  test('that never begins, is cut off or stopped gives its reason and no text', async () => {
    const silent = await begin();
    silent.pass();
    expect(await silent.dump.text).toMatchObject({ fault: { code: 'dump_silent', path: silent.pty.path } });

    const cut = await begin();
    cut.pty.write(SAMPLE.subarray(0, 60));
    await cut.until(() => cut.bytes() === 60);
    cut.pty.close();
    expect(await cut.dump.text).toMatchObject({ fault: { code: 'dump_cut', bytes: 60 } });

    const stopped = await begin();
    stopped.dump.stop();
    expect(await stopped.dump.text).toMatchObject({ fault: { code: 'cancelled' } });
  });
});
