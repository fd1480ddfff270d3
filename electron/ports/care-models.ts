import { z } from 'zod';
import { sha256Hex } from '../../vocabulary/ids.ts';
import { epochMs } from '../../vocabulary/time.ts';

/** A backup that can be put back. */
export const backupRow = z.strictObject({
  folder: z.string(),
  at: epochMs,
  events: z.int(),
  blobs: z.int(),
  bytes: z.int(),
  /** It was made by this machine's key, as far as that can be asked. */
  own: z.boolean(),
});
export type BackupRow = z.infer<typeof backupRow>;

/** What stands between this record and its loss: a second copy, room on the disk, a record that reads. */
export const careState = z.strictObject({
  /** Where backups go; null until a place was chosen. */
  target: z.string().nullable(),
  /** Whether that place can be reached now: a stick may be out. */
  reachable: z.boolean(),
  last: z.strictObject({ at: epochMs, folder: z.string(), events: z.int() }).nullable(),
  /** Whole days since the last backup, or since the record began; null with nothing to lose. */
  daysWithout: z.int().nullable(),
  overdue: z.boolean(),
  /** `hours`: of readings at the pace of the last ones; null where there is room enough, or none were measured. */
  disk: z.strictObject({
    freeBytes: z.number(),
    state: z.enum(['enough', 'low', 'full', 'readOnly']),
    hours: z.int().nullable(),
  }),
  backups: z.array(backupRow),
  /**
   * The program before this one ended without closing the record: how many events were looked at since, and what of them does not read. `cutWrite`: one was
   * being written just then and is not in the record.
   */
  resumed: z.strictObject({ events: z.int(), damaged: z.int(), cutWrite: z.boolean() }).nullable(),
});
export type CareState = z.infer<typeof careState>;

/** What reading everything again found. */
export const careCheck = z.strictObject({
  events: z.int(),
  blobs: z.int(),
  stateHash: sha256Hex.nullable(),
  damaged: z.array(z.string()),
});
