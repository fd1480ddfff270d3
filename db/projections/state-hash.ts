import { canonicalJson } from '../log/canonical-json.ts';
import { sha256 } from '../log/sha256.ts';
import type { EventStatus } from '../trust/status.ts';

/** One term of the state hash: sha256(`table LF JCS(row)`) as a number. */
export const termOf = (table: string, row: unknown): bigint => BigInt(`0x${sha256(`${table}\n${canonicalJson(row)}`)}`);

/** The same of `{id, status}`, printed at once: it is asked for every event. */
export const statusTerm = (id: string, status: EventStatus): bigint =>
  BigInt(`0x${sha256(`event_status\n{"id":"${id}","status":"${status}"}`)}`);

/** Adding and taking away commute, so the sum is the same in every order. */
export const addTerm = (sum: bigint, term: bigint): bigint => BigInt.asUintN(256, sum + term);
export const subtractTerm = (sum: bigint, term: bigint): bigint => BigInt.asUintN(256, sum - term);

export const sumToHex = (sum: bigint): string => sum.toString(16).padStart(64, '0');
export const hexToSum = (hex: string): bigint => BigInt(`0x${hex}`);
