import { hash } from 'node:crypto';
import { canonicalJson } from '../log/canonical-json.ts';
import { sha256 } from '../log/sha256.ts';
import type { EventStatus } from '../trust/status.ts';

/** One term of the state hash: sha256(`table LF JCS(row)`) as a number. */
export const termOf = (table: string, row: unknown): bigint => BigInt(`0x${sha256(`${table}\n${canonicalJson(row)}`)}`);

/** The same of `{id, status}`, printed at once: it is asked for every event. */
export const statusTerm = (id: string, status: EventStatus): bigint => BigInt(`0x${sha256(statusText(id, status))}`);

const statusText = (id: string, status: EventStatus): string => `event_status\n{"id":"${id}","status":"${status}"}`;

const LIMBS = 8;
const LIMB_BITS = 32n;
/** So many limbs of 32 bits sum up exactly in a JS number. */
const MOST_ADDED = 2 ** 20;

/** A sum of statuses, kept in limbs of 32 bits: big integers would take as long as the hashing. */
export class StatusSum {
  readonly #limbs = new Float64Array(LIMBS);
  #added = 0;
  #before = 0n;

  add(id: string, status: EventStatus): void {
    const digest = hash('sha256', statusText(id, status), 'binary');
    for (let limb = 0, at = 0; limb < LIMBS; limb += 1, at += 4) {
      const high = digest.charCodeAt(at) * 0x1000000;
      const low = (digest.charCodeAt(at + 1) << 16) | (digest.charCodeAt(at + 2) << 8) | digest.charCodeAt(at + 3);
      this.#limbs[limb] = (this.#limbs[limb] ?? 0) + high + low;
    }
    this.#added += 1;
    if (this.#added === MOST_ADDED) this.#carry();
  }

  get sum(): bigint {
    this.#carry();
    return this.#before;
  }

  #carry(): void {
    this.#before = addTerm(
      this.#before,
      this.#limbs.reduce((sum, limb) => (sum << LIMB_BITS) + BigInt(limb), 0n),
    );
    this.#limbs.fill(0);
    this.#added = 0;
  }
}

/** Adding and taking away commute, so the sum is the same in every order. */
export const addTerm = (sum: bigint, term: bigint): bigint => BigInt.asUintN(256, sum + term);
export const subtractTerm = (sum: bigint, term: bigint): bigint => BigInt.asUintN(256, sum - term);

export const sumToHex = (sum: bigint): string => sum.toString(16).padStart(64, '0');
export const hexToSum = (hex: string): bigint => BigInt(`0x${hex}`);
