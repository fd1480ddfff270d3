import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { logOpenBody } from '../../db/log/trust-bodies.ts';
import type { EventRow } from '../../db/sqlite/event-store.ts';
import { logHashOf, pathsOf } from '../../db/state/log-paths.ts';
import { recountStateHash } from '../../db/state/state-of.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { eventOf, statusesFromScratch } from '../merge/devices.ts';
import type { Machine } from './machine.ts';
import { deliver, type Mail } from './mail.ts';
import { gapsByHand, headsByHand } from './truth.ts';

/** A property that does not hold, in words a person can look for. */
function must(holds: boolean, what: string, machine?: Machine, detail: unknown = ''): void {
  if (!holds) throw new Error(`${what}${machine ? ` on ${machine.part.name}` : ''} ${JSON.stringify(detail)}`);
}

const sorted = (ids: Iterable<string>): string[] => [...ids].sort();

/** What holds on every machine at every moment, whatever happened to it. */
export function checkMachine(machine: Machine, forged: ReadonlySet<string>): void {
  const { record } = machine;
  const rows = [...record.stores.events.all()];
  const held = new Set<string>(rows.map((row) => row.id));
  const lost = [...machine.acknowledged].filter((id) => !held.has(id));
  must(lost.length === 0, 'acknowledged events are gone', machine, lost);
  checkStatuses(machine, rows, forged);
  const continued = rows.filter((row) => row.type === 'log.open').map((row) => logOpenBody.parse(JSON.parse(row.body)));
  const wrong = continued.filter(({ continues }) => continues && forged.has(continues.id));
  must(wrong.length === 0, 'a log continues a forged event', machine);
  const gaps = record.gaps().map(({ log, from, to }) => `${log} ${from} ${to}`);
  const expected = gapsByHand(rows).map(({ log, from, to }) => `${log} ${from} ${to}`);
  must(isDeepStrictEqual(sorted(gaps), sorted(expected)), 'gaps are not exact', machine, { gaps, expected });
  const heads = headsByHand(rows);
  for (const [subject, ids] of heads) {
    const shown = record.register(subject)?.heads.map((head) => head.id) ?? [];
    must(isDeepStrictEqual(sorted(shown), sorted(ids)), `an admitted event of ${subject} is hidden`, machine);
  }
  const open = sorted([...heads].filter(([, ids]) => ids.size > 1).map(([subject]) => subject));
  const conflicts = sorted(record.conflicts().map(({ subject }) => subject));
  must(isDeepStrictEqual(conflicts, open), 'a concurrent edit is not listed', machine, { conflicts, open });
  const { stateHash, logHash } = record.state();
  must(recountStateHash(record.stores) === stateHash, 'the running hash is not that of the rows', machine);
  const walked = pathsOf(record.stores.events.chain());
  must(logHashOf(walked) === logHash, 'the kept paths are not those of the events', machine);
  const counted = record
    .logs()
    .map(({ log, admitted, unsealed, quarantined }) => [log, admitted + unsealed + quarantined]);
  const byHand = [...Map.groupBy(rows, ({ log }) => log)].map(([log, own]) => [log, own.length]);
  must(
    isDeepStrictEqual(sorted(counted.map(String)), sorted(byHand.map(String))),
    'the counts of the logs are not those of the events',
    machine,
    counted,
  );
}

/** Statuses follow from the events held alone, the own view aside, and nothing forged does anything. */
function checkStatuses(machine: Machine, rows: readonly EventRow[], forged: ReadonlySet<string>): void {
  const events = rows.map(eventOf);
  const scratch = statusesFromScratch(events);
  const honest = events.filter((event) => !forged.has(event.id));
  const clean = honest.length === events.length ? scratch : statusesFromScratch(honest);
  for (const { id, status, ownView } of rows) {
    const expected = scratch.get(id);
    const waits = expected === 'unsealed' || expected === 'quarantined:not_enrolled';
    must(
      ownView ? status === 'admitted' && waits : status === expected,
      `${id} is ${status}, not ${expected}`,
      machine,
    );
    if (forged.has(id)) must(status !== 'admitted', `${id} is forged and counts`, machine);
    else must(clean.get(id) === expected, `a forger made ${id} ${expected}`, machine);
  }
}

export function checkRebuild(machine: Machine): void {
  const before = machine.record.state();
  orThrow(machine.record.rebuild());
  must(isDeepStrictEqual(machine.record.state(), before), 'a rebuild changes the state', machine);
}

/** The same bundle again changes no byte of the file. */
export async function checkAgain(machine: Machine, mail: Mail): Promise<void> {
  const bytes = () => machine.databaseFiles.map((path) => readFileSync(path));
  const before = bytes();
  orThrow(await deliver(machine, mail));
  const after = bytes();
  const same = after.length === before.length && after.every((file, at) => before[at]?.equals(file));
  must(same, 'the same bundle again wrote something', machine);
}

/** Machines that hold the same events show the same state. */
export function checkSame(a: Machine, b: Machine): void {
  const one = a.record.state();
  const other = b.record.state();
  must(one.logHash === other.logHash, `${b.part.name} holds other events`, a);
  if (one.stateVersion === other.stateVersion)
    must(one.stateHash === other.stateHash, `${b.part.name} shows another state`, a);
  else
    must(
      a.record.stores.local.logsInOwnView().length + b.record.stores.local.logsInOwnView().length > 0,
      'states are not comparable',
      a,
    );
}
