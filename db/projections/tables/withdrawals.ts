import { z } from 'zod';
import type { NamedPlace, WithdrawalOrder } from '../../../vocabulary/withdrawal.ts';
import {
  clearedBody,
  orderBody,
  orderPhotoBody,
  orderSignatureBody,
  peopleBody,
  resumeBody,
  toldBody,
} from '../../log/withdrawal-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Withdrawal orders as they stand. */
export const withdrawalsTable = projectionTable('withdrawals', {
  withdrawal: column.id(),
  /** Null where no inspection was open. */
  inspection: column.text(),
  mine: column.id(),
  trigger: column.json<WithdrawalOrder['trigger']>(),
  foundAt: column.integer(),
  foundPlace: column.optionalJson<NamedPlace>(),
  area: column.json<readonly NamedPlace[]>(),
  danger: column.id(),
  citations: column.json<WithdrawalOrder['citations']>(),
  issuedAt: column.integer(),
  voided: column.optionalJson<NonNullable<WithdrawalOrder['voided']>>(),
});

export const withdrawals = {
  name: 'withdrawals',
  version: 1,
  types: ['withdrawal'],
  table: withdrawalsTable,
  indexes: ['inspection'],
  row: rowFrom(/^withdrawal\/([0-9a-f]{32})\/order$/, orderBody, ({ salt: _, ...fields }, [withdrawal]) => ({
    withdrawal,
    ...fields,
  })),
} as const satisfies Projection;

const partBody = z.union([peopleBody, toldBody, clearedBody, resumeBody, orderSignatureBody, orderPhotoBody]);

/** What was filled in afterwards: people, who was told, cleared, resume, signatures, photos; `part` is the field of the subject. */
export const withdrawalPartsTable = projectionTable('withdrawal_parts', {
  withdrawal: column.id(),
  part: column.id(),
  said: column.json<Readonly<Record<string, unknown>>>(),
});

export const withdrawalParts = {
  name: 'withdrawal_parts',
  version: 1,
  types: ['withdrawal'],
  table: withdrawalPartsTable,
  indexes: ['withdrawal'],
  row: rowFrom(
    /^withdrawal\/([0-9a-f]{32})\/((?:people|cleared|resume)|(?:told|signature|photo):[0-9a-zA-Z]+)$/,
    partBody,
    ({ salt: _, ...said }, [withdrawal, part]) => ({ withdrawal, part, said }),
  ),
} as const satisfies Projection;
