import { paper, paperLease, paperNumber } from '../../vocabulary/paper.ts';
import { salt } from './event.ts';

/** A paper, its number (given later, perhaps by another machine), and the numbers a lead gives to a log. */
export const paperBody = paper.extend({ salt });
export const paperNumberBody = paperNumber.extend({ salt });
export const paperLeaseBody = paperLease.safeExtend({ salt });
