import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../vocabulary/result.ts';

type Parsed<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: O; strict: true; allowPositionals: true }>
>;

/** The options and the words of a command line; anything not listed in `options` is `bad_arguments`. */
export function readArguments<const O extends ParseArgsOptionsConfig>(
  argv: readonly string[],
  options: O,
): Result<Parsed<O>> {
  try {
    return ok(parseArgs({ args: [...argv], options, strict: true, allowPositionals: true }));
  } catch (error) {
    return fail({ code: 'bad_arguments', detail: error instanceof Error ? error.message : String(error) });
  }
}

/** The value of an option that must be given. */
export function mustHave(name: string, value: string | undefined): Result<string> {
  return value === undefined || value === '' ? fail({ code: 'bad_arguments', detail: `--${name} …` }) : ok(value);
}

/** `--set key=value` pairs as settings: whole numbers as numbers, other text as it is. */
export function readSettings(pairs: readonly string[]): Result<Record<string, string | number>> {
  const settings: Record<string, string | number> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1) return fail({ code: 'bad_arguments', detail: `--set key=value, not ${pair}` });
    const value = pair.slice(at + 1);
    settings[pair.slice(0, at)] = /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  }
  return ok(settings);
}
