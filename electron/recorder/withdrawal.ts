import type { z } from 'zod';
import type { EventDraft, EventRecord } from '../../db/record.ts';
import { resumeStepsOf } from '../../rules/withdrawal/resume.ts';
import { type BlobId, entityId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { WithdrawalView } from '../ports/withdrawal-models.ts';
import type { Desk } from './desk.ts';
import { personFor } from './inspection.ts';
import type { RecorderMethods, Some } from './methods.ts';
import { issueOrder } from './withdrawal-order.ts';
import { printOrder } from './withdrawal-print.ts';
import { withdrawalOf, withdrawalsOf } from './withdrawal-view.ts';

type Method = Extract<keyof RecorderMethods, `withdrawal/${string}`>;
type Ask<M extends Method> = z.output<RecorderMethods[M]['ask']>;
type Does<A> = (at: Bench, ask: A) => Result<unknown>;

/** One order under hand. */
interface Bench {
  readonly desk: Desk;
  readonly record: EventRecord;
  readonly view: WithdrawalView;
}

/** Runs a change of an order and answers with the order as it stands then. */
const changing =
  <A extends { readonly withdrawalId: string }>(desk: Desk, does: Does<A>) =>
  (ask: A): Result<WithdrawalView> => {
    const record = desk.need();
    if (!record.ok) return record;
    const id = entityId.parse(ask.withdrawalId);
    const view = withdrawalOf(record.value, id);
    if (!view) return fail({ code: 'not_found', what: id });
    const done = does({ desk, record: record.value, view }, ask);
    if (!done.ok) return done;
    const after = withdrawalOf(record.value, id);
    return after ? ok(after) : fail({ code: 'not_found', what: id });
  };

/** Ordering people out and what is filled in afterwards; every field is a register of its own. */
export function withdrawalHandlers(desk: Desk): Some<Method> {
  return {
    'withdrawal/issue': (draft) => {
      const record = desk.need();
      return record.ok ? issueOrder(desk, record.value, draft) : record;
    },
    'withdrawal/change': changing(desk, change),
    'withdrawal/people': changing(desk, (bench, { withdrawalId: _, ...people }: Ask<'withdrawal/people'>) =>
      part(bench, 'people', people),
    ),
    'withdrawal/tell': changing(desk, (bench, { post, told, name }: Ask<'withdrawal/tell'>) =>
      part(bench, `told:${post}`, { at: told ? bench.desk.clock.wall() : null, name }),
    ),
    'withdrawal/clear': changing(desk, clear),
    'withdrawal/resume': changing(desk, resume),
    'withdrawal/sign': changing(desk, sign),
    'withdrawal/photo': changing(desk, addPhoto),
    'withdrawal/remove-photo': changing(desk, removePhoto),
    'withdrawal/list': ({ inspectionId }) => {
      const record = desk.need();
      return record.ok ? ok(withdrawalsOf(record.value, inspectionId)) : record;
    },
    'withdrawal/print': ({ withdrawalId }) => {
      const record = desk.need();
      return record.ok ? printOrder(desk, record.value, withdrawalId) : record;
    },
  };
}

function part({ desk, view }: Bench, name: string, body: EventDraft['body'], blobs: readonly BlobId[] = []) {
  const subject = `withdrawal/${view.withdrawalId}/${name}`;
  return desk.save({ type: 'withdrawal', subject, body, blobs }, 'inspection');
}

function change({ desk, view }: Bench, { area, danger, mine, voidFor }: Ask<'withdrawal/change'>) {
  const { inspectionId, trigger, foundAt, foundPlace, citations, issuedAt } = view;
  const body = {
    inspection: inspectionId,
    mine: mine ?? view.mine,
    trigger,
    foundAt,
    foundPlace,
    area: area ?? view.area,
    danger: danger ?? view.danger,
    citations,
    issuedAt,
    voided: voidFor === undefined ? view.voided : { at: desk.clock.wall(), reason: voidFor },
  };
  return desk.save({ type: 'withdrawal', subject: `withdrawal/${view.withdrawalId}/order`, body }, 'inspection');
}

/** Nobody is written off: who is not counted is not out. */
function clear(bench: Bench, { cleared }: Ask<'withdrawal/clear'>): Result<unknown> {
  const { missing } = bench.view.people;
  if (cleared && missing === null) return fail({ code: 'people_not_counted' });
  if (cleared && missing !== 0) return fail({ code: 'people_missing', missing });
  return part(bench, 'cleared', { at: cleared ? bench.desk.clock.wall() : null });
}

function resume(bench: Bench, { condition, done, allowed }: Ask<'withdrawal/resume'>): Result<unknown> {
  const { view, desk } = bench;
  const open = resumeStepsOf(view.trigger.kind).filter((step) => !done.includes(step));
  if (allowed && view.clearedAt === null) return fail({ code: 'not_cleared' });
  if (allowed && open.length > 0) return fail({ code: 'resume_not_checked', open: open.length });
  const now = desk.clock.wall();
  const since = new Map(view.resume.done.map(({ step, at }) => [step, at]));
  const steps = Object.fromEntries(done.map((step) => [step, since.get(step) ?? now]));
  return part(bench, 'resume', { condition, done: steps, at: allowed ? (view.resume.at ?? now) : null });
}

function sign(bench: Bench, { name, certificateNo, role, png, refused }: Ask<'withdrawal/sign'>): Result<unknown> {
  const { desk, record } = bench;
  if (png === null && refused === null) return fail({ code: 'bad_draft', path: `signature of ${name}` });
  // the person in charge on site is no officer and gets an id for this paper alone
  const person: Result<string> =
    role === 'officer' ? personFor(desk, record, { name, certificateNo }) : ok(desk.newId());
  if (!person.ok) return person;
  const blob = png === null ? null : record.blobs.put(Buffer.from(png, 'base64'));
  if (blob && !blob.ok) return blob;
  const body = { role, name, certificateNo, blob: blob?.value ?? null, refused, at: desk.clock.wall() };
  return part(bench, `signature:${person.value}`, body, blob ? [blob.value] : []);
}

function addPhoto(bench: Bench, { label, mime, bytes }: Ask<'withdrawal/photo'>): Result<unknown> {
  const blob = bench.record.blobs.put(Buffer.from(bytes, 'base64'));
  if (!blob.ok) return blob;
  const body = { blob: blob.value, mime, label, at: bench.desk.clock.wall(), removed: false };
  return part(bench, `photo:${bench.desk.newId()}`, body, [blob.value]);
}

function removePhoto(bench: Bench, { photoId }: Ask<'withdrawal/remove-photo'>): Result<unknown> {
  const photo = bench.view.photos.find((one) => one.photoId === photoId);
  if (!photo) return fail({ code: 'not_found', what: photoId });
  const { photoId: id, ...body } = photo;
  return part(bench, `photo:${id}`, { ...body, removed: true }, [photo.blob]);
}
