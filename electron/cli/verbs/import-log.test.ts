import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openPty } from '../../../drivers/transports/pty.ts';
import { runVerb } from '../run-verb.ts';

const sample = path.join(import.meta.dirname, '../../../tests/shared-cases/samples/vendor-a-utf8.csv');

async function run(...argv: string[]) {
  const out: string[] = [];
  const code = await runVerb(['import-log', ...argv], { out: (text) => out.push(text), err: () => {}, env: {} });
  const lines = out.join('').trim().split('\n');
  return { code, lines: lines.filter(Boolean).map((line) => JSON.parse(line)) };
}

test('import-log prints a line a row and then what was and was not taken', async () => {
  const { code, lines } = await run(sample, '--set', 'zone=+08:00', '--set', 'percent=%VOL');
  expect(code).toBe(0);
  expect(lines).toHaveLength(7);
  expect(lines[1]).toMatchObject({
    row: 3,
    time: '2026-03-05T08:01:05+08:00',
    readings: [{ gas: 'CH4', value: 0.42, unit: '%VOL', quality: 'ok', raw: '0.42' }, {}, {}],
  });
  expect(lines.at(-1)).toMatchObject({
    type: 'summary',
    rows_read: 7,
    rows_imported: 6,
    imported: 9,
    missing: 2,
    invalid: 0,
  });
  expect(lines.at(-1).sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('import-log --port hears the log over a line and keeps it as it came', async () => {
  const pty = await openPty();
  const sent: number[] = [];
  pty.onBytes((bytes) => void sent.push(...bytes));
  const folder = await mkdtemp(path.join(tmpdir(), 'jingxun-dump-'));
  const out = path.join(folder, 'heard.txt');
  try {
    const running = run('--port', pty.path, '--baud', '19200', '--out', out, '--set', 'zone=+08:00');
    const text = await readFile(sample);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    pty.write(text);
    const { code, lines } = await running;
    expect(code).toBe(0);
    expect(lines.at(-1)).toMatchObject({ type: 'summary', rows_imported: 6 });
    expect(Buffer.compare(await readFile(out), text)).toBe(0);
    expect(sent).toEqual([]);
  } finally {
    pty.close();
    await rm(folder, { recursive: true });
  }
});

test.each([
  [['--port', '/dev/no-such-port'], 'port_absent'],
  [[sample, '--port', '/dev/ttyS0'], 'bad_arguments'],
  [['--port', '/dev/ttyS0', '--baud', 'fast'], 'bad_arguments'],
  [['/no/such/file'], 'file_absent'],
  [[sample, '--set', 'colour=red'], 'bad_setting'],
  [[], 'bad_arguments'],
])('import-log %o exits 2 with a fault', async (argv, code) => {
  expect(await run(...argv)).toMatchObject({ code: 2, lines: [{ ok: false, fault: { code } }] });
});
