import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { CliIo } from '../verb.ts';
import { verb } from './judge.ts';
import { verb as rulesVerb } from './rules.ts';

const folder = mkdtempSync(join(tmpdir(), 'jingxun-judge-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function listening(): { io: CliIo; lines: unknown[] } {
  const lines: unknown[] = [];
  const quiet = () => {};
  return { lines, io: { out: (line) => lines.push(line), say: quiet, progress: quiet, language: 'zh', env: {} } };
}

const cases = fileOf(
  'cases.json',
  JSON.stringify([
    { id: 'a', rule: 'gas.ch4.action', input: { location: 'faceAirflow', ch4_pct: { quality: 'over_range' } } },
    { id: 'b', rule: 'gas.never', input: {} },
    { id: 'c', rule: 'gas.toxic.limit', input: { gas: 'smoke', value_ppm: 1 } },
    { id: 'd', rule: 'gas.toxic.limit', input: { gas: 'CO' } },
  ]),
);

describe('judge', () => {
  test('prints one line a case with result, citation and pack, whatever the case', async () => {
    const { io, lines } = listening();
    expect(await verb.run([cases], io)).toEqual({ ok: true, value: 0 });
    expect(lines).toMatchObject([
      {
        id: 'a',
        got: { verdict: 'exceeded', actions: ['stop-work', 'cut-power', 'withdraw', 'treat'] },
        citation: { document: 'rules22', article: '第173条' },
        pack: { id: 'rules22', version: 1 },
      },
      { id: 'b', got: { unsupported: true } },
      { id: 'c', got: { error: { code: 'bad_facts', path: 'gas' } } },
      { id: 'd', got: { verdict: 'unknown', reason: 'missing:value_ppm' } },
    ]);
  });

  test('judges by the edition of the day that was given', async () => {
    const { io, lines } = listening();
    await verb.run([cases, '--date', '2026-11-23'], io);
    expect(lines[0]).toMatchObject({ citation: { document: 'rules25', article: null, needsCheck: true } });
    const before = listening();
    await verb.run([cases, '--date', '2011-01-01'], before.io);
    expect(before.lines[0]).toMatchObject({
      got: { verdict: 'unknown', reason: 'no-pack' },
      citation: null,
      pack: null,
    });
  });

  test.each([
    [[], 'bad_arguments'],
    [[cases, cases], 'bad_arguments'],
    [[cases, '--date', 'today'], 'bad_arguments'],
    [[cases, '--fast'], 'bad_arguments'],
    [[join(folder, 'none.json')], 'file_absent'],
    [[fileOf('text.json', 'not json')], 'file_malformed'],
    [[fileOf('object.json', '{"id":1}')], 'file_malformed'],
    [[fileOf('half.json', '[{"id":"a","rule":"gas.ch4.action"}]')], 'file_malformed'],
  ])('judge %j is the fault %s and prints nothing', async (argv, code) => {
    const { io, lines } = listening();
    expect(await verb.run(argv, io)).toMatchObject({ ok: false, fault: { code } });
    expect(lines).toEqual([]);
  });
});

test('rules lists every rule with its facts and every pack with its dates', async () => {
  const { io, lines } = listening();
  await rulesVerb.run([], io);
  const kinds = z.array(z.object({ type: z.enum(['rule', 'pack']), id: z.string() })).parse(lines);
  expect(kinds.filter(({ type }) => type === 'rule').length).toBeGreaterThanOrEqual(50);
  expect(lines).toContainEqual(expect.objectContaining({ type: 'pack', id: 'rules25', effectiveFrom: '2026-02-01' }));
});
