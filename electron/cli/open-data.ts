import { nodeFiles } from '../../db/files/node-files.ts';
import { createRecord, type EventRecord, openRecord, recordExists } from '../../db/record.ts';
import { sqliteFault } from '../../db/sqlite/sqlite-fault.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { recordWorld } from '../record-world.ts';
import { applyPacks } from '../recorder/packs.ts';
import { readPassphrase } from './passphrase.ts';
import type { CliIo } from './verb.ts';

/** Opens the record of a data folder with the passphrase; where `mayMake`, a folder that has none gets a new one. */
async function openData(folder: string, io: CliIo, mayMake = false): Promise<Result<EventRecord>> {
  const passphrase = await readPassphrase(io);
  if (!passphrase.ok) return passphrase;
  const world = recordWorld(folder, io.env);
  const opened =
    mayMake && !recordExists(nodeFiles, folder)
      ? await createRecord(world, { passphrase: passphrase.value })
      : await openRecord(world, { by: 'passphrase', passphrase: passphrase.value });
  return opened.ok ? ok(opened.value.record) : opened;
}

/** Works with a record, judging by the packs in force in it, and closes it whatever happens. */
export async function withData<T>(
  folder: string,
  io: CliIo,
  work: (record: EventRecord) => Result<T> | Promise<Result<T>>,
  mayMake = false,
): Promise<Result<T>> {
  const record = await openData(folder, io, mayMake);
  if (!record.ok) return record;
  try {
    applyPacks(record.value);
    return await work(record.value);
  } catch (error) {
    // A damaged page is met only when it is read.
    const fault = sqliteFault(error);
    if (fault) return fail(fault);
    throw error;
  } finally {
    record.value.close();
    applyPacks(null);
  }
}
