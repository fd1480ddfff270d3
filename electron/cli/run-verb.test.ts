import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../vocabulary/result.ts';
import { runVerb } from './run-verb.ts';
import type { Verb } from './verb.ts';
import { verbs } from './verbs.ts';

const usage = { zh: '用法', en: 'usage' };
const named = (name: string, run: Verb['run']) => ({ [name]: () => Promise.resolve({ verb: { name, usage, run } }) });
const registry = {
  ...named('yes', async (argv, io) => {
    io.out({ argv, language: io.language });
    return ok(0);
  }),
  ...named('no', async (_argv, io) => {
    io.out({ ok: false, fault: { code: 'bundle_changed' } });
    return ok(1);
  }),
  ...named('absent', async () => fail({ code: 'file_absent', path: '/nowhere' })),
  ...named('broken', () => {
    throw new TypeError('oops');
  }),
};

async function run(...argv: string[]) {
  let out = '';
  let err = '';
  const streams = { out: (text: string) => (out += text), err: (text: string) => (err += text), env: { LANG: 'C' } };
  const code = await runVerb(argv, streams, registry);
  const lines = out.trim().split('\n').filter(Boolean);
  return { code, err, lines: lines.map((line) => JSON.parse(line)) };
}

describe('the command line', () => {
  test('a verb that is done and good exits 0', async () => {
    expect(await run('yes', 'a', '--b')).toMatchObject({ code: 0, lines: [{ argv: ['a', '--b'], language: 'zh' }] });
  });

  test('a verb whose answer is no exits 1 with its own last line', async () => {
    expect(await run('no')).toMatchObject({ code: 1, lines: [{ ok: false }] });
  });

  test('a fault is the last line with its code in both languages, and the exit is 2', async () => {
    const { code, lines, err } = await run('absent', '--lang', 'en');
    expect(code).toBe(2);
    expect(lines.at(-1)).toEqual({
      ok: false,
      fault: {
        code: 'file_absent',
        path: '/nowhere',
        zh: '没有这个文件：/nowhere。',
        en: 'There is no file /nowhere.',
      },
    });
    expect(err).toBe('There is no file /nowhere.\n');
  });

  test('a verb that throws is a bug and not a stack trace', async () => {
    expect(await run('broken')).toMatchObject({ code: 2, lines: [{ fault: { code: 'bug', detail: 'oops' } }] });
  });

  test('a verb that is not there is named', async () => {
    expect(await run('fly')).toMatchObject({ code: 2, lines: [{ fault: { code: 'unknown_verb', verb: 'fly' } }] });
    expect(await run('constructor')).toMatchObject({ code: 2 });
  });

  test('--lang takes zh or en only and is not handed to the verb', async () => {
    expect(await run('--lang=en', 'yes', 'x')).toMatchObject({ code: 0, lines: [{ argv: ['x'], language: 'en' }] });
    expect(await run('yes', '--lang', 'fr')).toMatchObject({ code: 2, lines: [{ fault: { code: 'bad_arguments' } }] });
  });

  test('--help says every usage and prints nothing on standard output', async () => {
    const { code, err, lines } = await run('--help');
    expect({ code, lines }).toEqual({ code: 0, lines: [] });
    expect(err.split('\n').filter((line) => line === '用法')).toHaveLength(4);
  });

  test('every verb of the registry loads under its own name', async () => {
    for (const [name, load] of Object.entries(verbs)) expect((await load()).verb.name).toBe(name);
  });

  test('runs as a program', () => {
    const program = path.join(import.meta.dirname, 'jingxun.ts');
    const ran = spawnSync(process.execPath, [program, 'fly'], { encoding: 'utf8' });
    expect(ran.status).toBe(2);
    expect(JSON.parse(ran.stdout)).toMatchObject({ ok: false, fault: { code: 'unknown_verb' } });
  });
});
