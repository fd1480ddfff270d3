import type { EventRecord } from '../../db/record.ts';
import type { InspectionId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { SheetRow, SignatureDraft, SignBlock } from '../ports/inspection-models.ts';
import { openArticles } from './article.ts';
import type { Desk } from './desk.ts';
import { personFor } from './inspection.ts';
import type { Some } from './methods.ts';
import { readSheet } from './sheet.ts';

/** Everything that stops the signing of an inspection, row by row. */
function signBlocks(rows: readonly SheetRow[]): SignBlock[] {
  return rows.flatMap(({ itemId, placeId, status, answer, conflict }): SignBlock[] => {
    const block = (why: SignBlock['why']) => [{ itemId, placeId, why }];
    if (conflict) return block('conflict');
    if (!answer) return block('unanswered');
    if (answer.outcome === 'pass') return status === 'unknown' ? block('evidence-missing') : [];
    return answer.outcome !== 'fail' && answer.reason.trim() === '' ? block('no-reason') : [];
  });
}

/** Signing: nothing may be open without a reason, then signatures, the sign-off and the seal over all of it. */
export function signoffHandlers(
  desk: Desk,
  seal: () => Result<null>,
): Some<'signoff/articles' | 'signoff/check' | 'signoff/sign'> {
  return {
    'signoff/articles': ({ inspectionId }) => {
      const record = desk.need();
      const sheet = record.ok ? readSheet(record.value, inspectionId) : record;
      if (!record.ok) return record;
      return sheet.ok ? ok(openArticles(record.value, sheet.value)) : sheet;
    },
    'signoff/check': ({ inspectionId }) => {
      const record = desk.need();
      const sheet = record.ok ? readSheet(record.value, inspectionId) : record;
      return sheet.ok ? ok(signBlocks(sheet.value.rows)) : sheet;
    },
    'signoff/sign': async ({ inspectionId, gaps, signatures }) => {
      await desk.caughtUp();
      const record = desk.need();
      const sheet = record.ok ? readSheet(record.value, inspectionId) : record;
      if (!record.ok) return record;
      if (!sheet.ok) return sheet;
      const reasons = new Set(gaps.map(({ itemId, placeId }) => `${itemId}@${placeId ?? ''}`));
      const open = signBlocks(sheet.value.rows).filter(
        ({ itemId, placeId }) => !reasons.has(`${itemId}@${placeId ?? ''}`),
      );
      if (open.length > 0) return fail(notReady(open));
      for (const signature of signatures) {
        const signed = keepSignature(desk, record.value, inspectionId, signature);
        if (!signed.ok) return signed;
      }
      const body = {
        at: desk.clock.wall(),
        gaps: gaps.map(({ itemId, placeId, reason }) => ({
          item: itemId,
          reason,
          ...(placeId === null ? {} : { placeId }),
        })),
        counts: sheet.value.summary.counts,
      };
      const saved = desk.save(
        { type: 'inspection', subject: `inspection/${inspectionId}/signoff`, body },
        'inspection',
      );
      if (!saved.ok) return saved;
      const folded = record.value.readings.fold({ all: true, inspection: inspectionId });
      const sealed = folded.ok ? seal() : folded;
      if (!sealed.ok) return sealed;
      const own = record.value.logs().find(({ log }) => log === record.value.identity.log);
      return ok({ ...saved.value, sealedTo: own?.sealedTo ?? 0 });
    },
  };
}

const notReady = (open: readonly SignBlock[]) => {
  const count = (...whys: SignBlock['why'][]) => open.filter(({ why }) => whys.includes(why)).length;
  return {
    code: 'not_ready_to_sign',
    unanswered: count('unanswered'),
    evidenceMissing: count('evidence-missing'),
    withoutReason: count('no-reason', 'conflict'),
  } as const;
};

function keepSignature(
  desk: Desk,
  record: EventRecord,
  inspection: InspectionId,
  { name, certificateNo, role, png, refused }: SignatureDraft,
): Result<null> {
  if (png === null && refused === null) return fail({ code: 'bad_draft', path: `signature of ${name}` });
  // The unit's head is no officer and gets an id for this paper alone.
  const person = role === 'officer' ? personFor(desk, record, { name, certificateNo }) : ok(desk.newId());
  if (!person.ok) return person;
  const blob = png === null ? null : record.blobs.put(Buffer.from(png, 'base64'));
  if (blob && !blob.ok) return blob;
  const body = { role, name, certificateNo, blob: blob?.value ?? null, ...(refused ? { refused } : {}) };
  const subject = `inspection/${inspection}/signature:${person.value}`;
  const saved = desk.save({ type: 'signature', subject, body, ...(blob ? { blobs: [blob.value] } : {}) }, 'inspection');
  return saved.ok ? ok(null) : saved;
}
