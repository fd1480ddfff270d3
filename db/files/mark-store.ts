import { homedir } from 'node:os';
import { join } from 'node:path';
import type { LogId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { type EventAddress, eventAddress } from '../log/trust-bodies.ts';
import type { FileSystem } from './file-system.ts';
import { readWhole, writeAtomically } from './write-atomically.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where this machine remembers what left it: outside every data folder, so that an old copy of one is noticed. */
export function markFolder(env: Environment): string {
  if (env.JINGXUN_STATE_DIR) return env.JINGXUN_STATE_DIR;
  const state = env.XDG_STATE_HOME || join(env.HOME || homedir(), '.local', 'state');
  return join(state, 'jingxun');
}

export interface MarkStore {
  /** Null where no mark is found, or none that can be read: both count as not contained. */
  readonly read: (log: LogId) => Result<EventAddress | null>;
  /** Durable when it returns. */
  readonly write: (mark: EventAddress) => Result<null>;
}

/** One file for each log. */
export function markStore(files: FileSystem, folder: string): MarkStore {
  const pathOf = (log: LogId) => join(folder, `${log}.mark`);
  return {
    read: (log) => {
      if (!files.exists(pathOf(log))) return ok(null);
      const bytes = readWhole(files, pathOf(log));
      if (!bytes.ok) return fail(bytes.fault);
      const mark = parseMark(Buffer.from(bytes.value).toString('utf8'));
      return ok(mark?.log === log ? mark : null);
    },
    write: (mark) => writeAtomically(files, pathOf(mark.log), Buffer.from(`${JSON.stringify(mark)}\n`)),
  };
}

function parseMark(text: string): EventAddress | null {
  try {
    return eventAddress.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
