import path from 'node:path';
import type { Driver, PreparedDriver } from '../../../drivers/driver.ts';
import { findDriver } from '../../../drivers/registry.ts';
import { fail, ok, type Result } from '../../../vocabulary/result.ts';
import { mustHave, readArguments, readSettings } from '../arguments.ts';
import { profilesOf, profilesOption } from '../profiles.ts';
import type { CliIo } from '../verb.ts';

/** A timer of the platform holds 31 bits of milliseconds: about 24 days. */
const LONGEST_SECONDS = 2_000_000;

/** What `listen` is asked to do, checked. */
export interface ListenTask {
  readonly driver: Driver;
  readonly prepared: PreparedDriver;
  readonly port: string;
  readonly seconds: number;
  readonly out: string;
  readonly raw: string | null;
}

/** Reads the command line; nothing has been opened or written by then. */
export function readTask(argv: readonly string[], io: Pick<CliIo, 'env'>): Result<ListenTask> {
  const text = { type: 'string' } as const;
  const options = { driver: text, port: text, seconds: text, out: text, raw: text, ...profilesOption } as const;
  const read = readArguments(argv, { ...options, set: { type: 'string', multiple: true } });
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  if (positionals.length > 0) return fail({ code: 'bad_arguments', detail: positionals.join(' ') });
  const name = mustHave('driver', values.driver);
  const port = mustHave('port', values.port);
  const out = mustHave('out', values.out);
  const seconds = Number(values.seconds ?? Number.NaN);
  if (!name.ok) return name;
  if (!port.ok) return port;
  if (!out.ok) return out;
  if (!(seconds > 0 && seconds <= LONGEST_SECONDS)) return fail({ code: 'bad_arguments', detail: '--seconds N' });
  const raw = values.raw ?? null;
  if (raw !== null && path.resolve(raw) === path.resolve(out.value)) {
    return fail({ code: 'bad_arguments', detail: '--raw = --out' });
  }
  const chosen = prepare(name.value, values.set ?? [], profilesOf(values.profiles, io).drivers);
  return chosen.ok ? ok({ ...chosen.value, port: port.value, seconds, out: out.value, raw }) : chosen;
}

function prepare(
  name: string,
  pairs: readonly string[],
  dropped: readonly Driver[],
): Result<Pick<ListenTask, 'driver' | 'prepared'>> {
  const own = dropped.find(({ id }) => id === name);
  const found = own ? ok(own) : findDriver(name);
  if (!found.ok) return found;
  const driver = found.value;
  const settings = readSettings(pairs);
  if (!settings.ok) return settings;
  const prepared = driver.prepare(settings.value);
  return prepared.ok ? ok({ driver, prepared: prepared.value }) : prepared;
}
