import { canonicalJson } from '../log/canonical-json.ts';
import { ROLE_TABLE_VERSION } from '../log/event-types.ts';
import { sha256 } from '../log/sha256.ts';
import { projections } from '../projections/registry.ts';
import { addTerm, sumToHex } from '../projections/state-hash.ts';
import type { Stores } from '../sqlite/stores.ts';
import { STATUS_SUM } from '../sqlite/sums.ts';
import { logHashOf } from './log-paths.ts';

/** What two machines compare. Hashes are equal on machines that hold the same events and whose `stateVersion` is equal. */
export interface RecordState {
  readonly logHash: string;
  readonly stateHash: string;
  readonly stateVersion: string;
  readonly events: number;
  readonly logs: number;
  readonly projections: Readonly<Record<string, { readonly version: number; readonly rows: number }>>;
}

/** What else the shown state depends on besides the events. */
export interface StateBasis {
  readonly rulesVersion: string;
  readonly authorityFingerprints: readonly string[];
  /** Names of the releases of rule packs in force here, asked when the version is: reading them costs a signature each. */
  readonly releases: () => readonly string[];
}

export function stateOf(stores: Stores, basis: StateBasis): RecordState {
  const rowCounts = projections.map(
    ({ name, version }) => [name, { version, rows: stores.sums.read(name).rows }] as const,
  );
  return {
    logHash: logHashOf(stores.paths.paths()),
    stateHash: stateHashOf(stores),
    stateVersion: stateVersionOf(stores, basis),
    events: stores.events.count(),
    logs: stores.local.logs().length,
    projections: Object.fromEntries(rowCounts),
  };
}

/** The running sum over all hashed rows and the status of every event. */
export function stateHashOf(stores: Stores): string {
  const names = [STATUS_SUM, ...projections.map((one) => one.name)];
  return sumToHex(names.reduce((total, name) => addTerm(total, stores.sums.read(name).sum), 0n));
}

/** The same from the rows themselves: where it differs, a projection has gone wrong and a rebuild mends it. */
export function recountStateHash(stores: Stores): string {
  const counted = [stores.events.recountStatuses(), ...stores.filled().map((one) => one.recount())];
  return sumToHex(counted.reduce((total, { sum }) => addTerm(total, sum), 0n));
}

export function stateVersionOf(stores: Stores, basis: StateBasis): string {
  const { rulesVersion, authorityFingerprints, releases } = basis;
  return sha256(
    canonicalJson({
      absentBlobs: stores.blobs.absent(),
      authorities: [...authorityFingerprints].sort(),
      ownView: stores.local.logsInOwnView(),
      packs: [...releases()].sort(), // those that came by the log; the shipped ones stand in `rules`
      projections: Object.fromEntries(projections.map(({ name, version }) => [name, version])),
      roles: ROLE_TABLE_VERSION,
      rules: rulesVersion,
      withheld: stores.events.holes(),
    }),
  );
}
