import type { EventRecord } from '../../db/record.ts';
import type { EntityId, InspectionId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { InspectionSummary, SheetRow, SignatureDraft, SignBlock } from '../ports/inspection-models.ts';
import { openArticles } from './article.ts';
import type { Desk, Saved } from './desk.ts';
import { personFor } from './inspection.ts';
import type { Some } from './methods.ts';
import { readSheet } from './sheet.ts';
import { gapKey } from './signed.ts';

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
      if (sheet.value.summary.signedAt !== null) return fail({ code: 'signed_already' });
      const reasons = new Set(gaps.map(({ itemId, placeId }) => gapKey(itemId, placeId)));
      const open = signBlocks(sheet.value.rows).filter(({ itemId, placeId }) => !reasons.has(gapKey(itemId, placeId)));
      if (open.length > 0) return fail(notReady(open));
      const saved = keepSigning(desk, record.value, sheet.value.summary, gaps, signatures);
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

type Draft = Parameters<Desk['save']>[0];
type Gaps = Parameters<Some<'signoff/sign'>['signoff/sign']>[0]['gaps'];

/** The signatures and what they stand under, all or none. The signing has an id of its own: another officer's takes nothing from it. */
function keepSigning(
  desk: Desk,
  record: EventRecord,
  { inspectionId, counts }: InspectionSummary,
  gaps: Gaps,
  signatures: readonly SignatureDraft[],
): Result<Saved> {
  const signoff = desk.newId();
  const drafts: Draft[] = [];
  for (const signature of signatures) {
    const drawn = drawSignature(desk, record, { inspectionId, signoff }, signature);
    if (!drawn.ok) return drawn;
    drafts.push(drawn.value);
  }
  const left = gaps.map(({ itemId, placeId, reason }) => ({
    item: itemId,
    reason,
    ...(placeId === null ? {} : { placeId }),
  }));
  const body = { at: desk.clock.wall(), gaps: left, counts };
  const subject = `inspection/${inspectionId}/signoff:${signoff}`;
  const saved = desk.saveAll([...drafts, { type: 'inspection', subject, body }], 'inspection');
  if (!saved.ok) return saved;
  if (saved.value === null) throw new Error('a signing without an event');
  return ok(saved.value);
}

/** The event of one signature, its picture kept. */
function drawSignature(
  desk: Desk,
  record: EventRecord,
  { inspectionId, signoff }: { readonly inspectionId: InspectionId; readonly signoff: EntityId },
  { name, certificateNo, role, png, refused }: SignatureDraft,
): Result<Draft> {
  if (png === null && refused === null) return fail({ code: 'bad_draft', path: `signature of ${name}` });
  const person = role === 'officer' ? personFor(desk, record, { name, certificateNo }) : ok(null);
  if (!person.ok) return person;
  const blob = png === null ? null : record.blobs.put(Buffer.from(png, 'base64'));
  if (blob && !blob.ok) return blob;
  const drawn = { role, name, certificateNo, blob: blob?.value ?? null, ...(refused ? { refused } : {}) };
  const body = { signoff, person: person.value, ...drawn };
  const subject = `inspection/${inspectionId}/signature:${desk.newId()}`;
  return ok({ type: 'signature', subject, body, ...(blob ? { blobs: [blob.value] } : {}) });
}
