import type { z } from 'zod';
import type { ProjectionRow } from '../../db/projections/registry.ts';
import type { EventRecord } from '../../db/record.ts';
import { entityId, inspectionId } from '../../vocabulary/ids.ts';
import { epochMs } from '../../vocabulary/time.ts';
import {
  missingOf,
  resumeStep,
  toldPost,
  withdrawalCleared,
  withdrawalPeople,
  withdrawalPhoto,
  withdrawalResume,
  withdrawalSignature,
  withdrawalTold,
} from '../../vocabulary/withdrawal.ts';
import type { WithdrawalView } from '../ports/withdrawal-models.ts';
import { paperOf } from './paper-numbers.ts';
import { nameOf } from './sheet.ts';
import { resumeCondition } from './withdrawal.words.ts';

type Part = ProjectionRow<'withdrawal_parts'>;
type Order = ProjectionRow<'withdrawals'>;

/** What a field says; undefined where nothing was said or this build cannot read it. */
const read = <S extends z.ZodType>(shape: S, part: Part | undefined): z.output<S> | undefined =>
  part && shape.safeParse(part.said).data;

const idOf = ({ part }: Part) => entityId.parse(part.slice(part.indexOf(':') + 1));

function peopleOf(part: Part | undefined): WithdrawalView['people'] {
  const said = read(withdrawalPeople, part);
  const counted = { before: said?.before ?? null, out: said?.out ?? null };
  return {
    ...counted,
    source: said?.source ?? '',
    missing: missingOf(counted),
    savedAt: part ? epochMs.parse(part.wall) : null,
  };
}

const toldOf = (parts: readonly Part[]): WithdrawalView['told'] =>
  toldPost.options.flatMap((post) => {
    const said = read(
      withdrawalTold,
      parts.find(({ part }) => part === `told:${post}`),
    );
    return said?.at == null ? [] : [{ post, at: said.at, name: said.name }];
  });

function resumeOf(part: Part | undefined): WithdrawalView['resume'] {
  const said = read(withdrawalResume, part);
  const done = resumeStep.options.flatMap((step) => {
    const at = said?.done[step];
    return at === undefined ? [] : [{ step, at }];
  });
  return { condition: said?.condition ?? resumeCondition, done, at: said?.at ?? null };
}

const signaturesOf = (parts: readonly Part[]): WithdrawalView['signatures'] =>
  parts
    .filter(({ part }) => part.startsWith('signature:'))
    .flatMap((part) => {
      const said = read(withdrawalSignature, part);
      return said ? [{ ...said, signatureId: idOf(part) }] : [];
    })
    .toSorted((a, b) => a.at - b.at);

const photosOf = (parts: readonly Part[]): WithdrawalView['photos'] =>
  parts
    .filter(({ part }) => part.startsWith('photo:'))
    .flatMap((part) => {
      const said = read(withdrawalPhoto, part);
      if (!said || said.removed) return [];
      const { removed: _, ...photo } = said;
      return [{ ...photo, photoId: idOf(part) }];
    })
    .toSorted((a, b) => a.at - b.at);

function viewOf(record: EventRecord, order: Order): WithdrawalView {
  const parts = record.rows('withdrawal_parts', { withdrawal: order.withdrawal });
  const find = (name: string) => parts.find(({ part }) => part === name);
  const people = peopleOf(find('people'));
  const cleared = read(withdrawalCleared, find('cleared'));
  return {
    withdrawalId: entityId.parse(order.withdrawal),
    inspectionId: order.inspection === null ? null : inspectionId.parse(order.inspection),
    mine: order.mine,
    trigger: order.trigger,
    foundAt: epochMs.parse(order.foundAt),
    foundPlace: order.foundPlace,
    area: [...order.area],
    danger: order.danger,
    citations: [...order.citations],
    issuedAt: epochMs.parse(order.issuedAt),
    voided: order.voided,
    people,
    told: toldOf(parts),
    // somebody counted again and found one missing: then it is not cleared, whatever was said before
    clearedAt: people.missing === 0 ? (cleared?.at ?? null) : null,
    resume: resumeOf(find('resume')),
    signatures: signaturesOf(parts),
    photos: photosOf(parts),
    paper: paperOf(record, order.withdrawal),
    author: nameOf(record, order.author),
    conflict: [order, ...parts].some(({ heads }) => heads > 1),
    savedAt: epochMs.parse(Math.max(order.wall, ...parts.map(({ wall }) => wall))),
  };
}

/** One order as it stands; null where there is none. */
export function withdrawalOf(record: EventRecord, withdrawal: string): WithdrawalView | null {
  const [order] = record.rows('withdrawals', { withdrawal });
  return order ? viewOf(record, order) : null;
}

/** The newest first. */
export const withdrawalsOf = (record: EventRecord, inspection: string | null): WithdrawalView[] =>
  record
    .rows('withdrawals', inspection === null ? {} : { inspection })
    .map((order) => viewOf(record, order))
    .toSorted((a, b) => b.issuedAt - a.issuedAt);
