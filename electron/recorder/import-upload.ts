import type { ImportOutcome } from '../../db/record.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import type { ImportResult } from '../ports/exchange-models.ts';
import type { Desk, Job } from './desk.ts';
import { applyPacks } from './packs.ts';
import { numberPapers } from './paper-numbers.ts';
import type { UploadedFile } from './upload.ts';

/** Verifies a file a screen has sent and takes it in. A refused file is an answer; a fault is this machine's own. */
export async function importBundle(
  desk: Desk,
  { name, source }: UploadedFile,
  job: Job,
): Promise<Result<ImportResult>> {
  const record = desk.need();
  if (!record.ok) return record;
  const from = desk.clock.mono();
  const options = { signal: job.signal, onProgress: job.progress };
  const taken = await record.value.importFrom(source, name, options);
  if (!taken.ok) return taken;
  if (taken.value.refusal === null) {
    // papers that came without a number get one out of this device's own, if a lead gave it any
    const numbered = numberPapers(desk, record.value);
    if (!numbered.ok) desk.tell('trouble', { ...numbered.fault });
    applyPacks(record.value);
    desk.tell('changed', {
      areas: ['inspection', 'exchange', 'instrument', 'session', 'alarm', 'assessment', 'area', 'rules'],
    });
  }
  return ok(resultOf(taken.value, name, desk.clock.mono() - from));
}

/** The counts as a person counts: a seal that waits for the next one is on neither side of the sum. */
function countsForPeople({ counts, waitingSeals }: ImportOutcome): ImportOutcome['counts'] {
  const { known, added, quarantined, held } = waitingSeals;
  return {
    ...counts,
    received: counts.received - known - added - quarantined - held,
    known: counts.known - known,
    added: counts.added - added,
    quarantined: counts.quarantined - quarantined,
    held: counts.held - held,
  };
}

const resultOf = (outcome: ImportOutcome, file: string, tookMs: number): ImportResult => ({
  file,
  signer: outcome.signer,
  ...countsForPeople(outcome),
  conflicts: outcome.conflicts,
  gaps: outcome.gaps.map((gap) => ({ ...gap })),
  remarks: [...outcome.remarks],
  bytes: outcome.bytes,
  tookMs: Math.round(tookMs),
  refusal: outcome.refusal && { ...outcome.refusal },
});
