import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { judge } from '../../../rules/judge.ts';
import { fail, ok, type Result } from '../../../vocabulary/result.ts';
import { type IsoDate, isoDate } from '../../../vocabulary/time.ts';
import { readArguments } from '../arguments.ts';
import type { Verb } from '../verb.ts';

const judgeCase = z.object({
  id: z.string(),
  rule: z.string(),
  input: z.record(z.string(), z.unknown()),
});
const caseFile = z.array(judgeCase);

/** Inside the 2022 edition, whose articles were read; screens always pass the day of the inspection. */
const usualDate = '2026-01-15';

/** `judge FILE [--date YYYY-MM-DD]`: one line `{id, got, citation, pack}` per case of a case file. */
export const verb: Verb = {
  name: 'judge',
  usage: {
    zh: 'judge 文件 [--date 年-月-日]　按当天生效的规则判定，每条一行',
    en: 'judge FILE [--date YYYY-MM-DD] — judge cases by the rules in force that day, one line a case',
  },
  async run(argv, io) {
    const asked = readCommand(argv);
    if (!asked.ok) return asked;
    const { path, date } = asked.value;
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null) return fail({ code: 'file_absent', path });
    const file = caseFile.safeParse(parseJson(text));
    if (!file.success)
      return fail({ code: 'file_malformed', path, detail: file.error.issues[0]?.path.join('.') || 'JSON' });
    for (const entry of file.data) io.out(judgeLine(entry, date));
    return ok(0);
  },
};

function judgeLine({ id, rule, input }: z.infer<typeof judgeCase>, date: IsoDate) {
  const judged = judge(rule, input, { date });
  if (!judged.ok) {
    const unsupported = judged.fault.code === 'unknown_rule';
    return { id, got: unsupported ? { unsupported } : { error: judged.fault }, citation: null, pack: null };
  }
  const { results, status, reason, severity, citations, workings, pack } = judged.value;
  const got = { status, ...(reason === null ? {} : { reason }), severity, ...results };
  return { id, got, citation: citations[0] ?? null, pack, citations, workings };
}

function readCommand(argv: readonly string[]): Result<{ path: string; date: IsoDate }> {
  const read = readArguments(argv, { date: { type: 'string', default: usualDate } });
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const [path, ...rest] = positionals;
  const date = isoDate.safeParse(values.date);
  if (path === undefined || rest.length > 0) return fail({ code: 'bad_arguments', detail: 'judge FILE' });
  return date.success
    ? ok({ path, date: date.data })
    : fail({ code: 'bad_arguments', detail: `--date ${values.date}` });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
