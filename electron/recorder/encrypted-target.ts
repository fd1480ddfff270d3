import { type BundleContent, writeBundle } from '../../db/bundles/write-bundle.ts';
import { type EncryptedFolder, EncryptedWriter, openEncrypted } from '../../db/files/encrypted-file.ts';
import type { ExportTarget } from '../../db/merge/export-events.ts';
import { fail } from '../../vocabulary/result.ts';
import type { Job } from './desk.ts';

/** The events are gone through up to so often while a bundle is written: for their sums, their bodies, their headers. */
const PASSES = 3;

const stepsOf = (content: BundleContent, events: number): number => events * PASSES + content.blobs.length;

/** Ends the writing from inside; nothing of the file is left. */
class Cancelled extends Error {}

/** A bundle kept encrypted in the data folder, written under a job that counts and may be cancelled. */
export const encryptedTarget = (files: EncryptedFolder, at: string, job: Job, events: number): ExportTarget => ({
  write: async (content, signer) => {
    const writer = EncryptedWriter.begin(files, at);
    if (!writer.ok) return writer;
    const { value } = writer;
    try {
      const written = await writeBundle(counted(content, job, events), signer, {
        write: (bytes) => value.write(bytes),
      });
      const committed = written.ok ? value.commit(at) : written;
      if (!written.ok) value.abandon();
      if (!committed.ok) return committed;
      const steps = stepsOf(content, events);
      job.progress(steps, steps); // a small bundle goes through its events once only
      return written;
    } catch (error) {
      value.abandon();
      if (error instanceof Cancelled) return fail({ code: 'cancelled' });
      throw error;
    }
  },
  readBack: () => openEncrypted(files, at),
});

function counted(content: BundleContent, { progress, signal }: Job, events: number): BundleContent {
  const total = stepsOf(content, events);
  let done = 0;
  const step = () => {
    if (signal.aborted) throw new Cancelled();
    done += 1;
    progress(Math.min(done, total), total);
  };
  function* lines() {
    for (const line of content.lines()) {
      step();
      yield line;
    }
  }
  const blobs = content.blobs.map(({ id, open }) => ({
    id,
    open: () => {
      step();
      return open();
    },
  }));
  return { ...content, lines, blobs };
}
