import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStoredHeader } from '../../db/log/stored-event.ts';
import { testAuthority } from '../../db/log/test-device.ts';
import type { IncomingEvent } from '../../db/merge/incoming.ts';
import { rebuild } from '../../db/state/rebuild.ts';
import { recountStateHash, stateHashOf } from '../../db/state/state-of.ts';
import { authorityChecks } from '../../db/trust/authority-checks.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { forgeAgainst } from './forger.ts';
import { steps } from './scripts.ts';
import { eventsOf, hashesOf, newWorld, observer, runSteps, statusesFromScratch, take } from './world.ts';

const runs = { numRuns: scaled(15) };

/** A pile of events dealt into bundles: some events in several, in any order. */
function deal(events: readonly IncomingEvent[], seed: number): IncomingEvent[][] {
  const hands: IncomingEvent[][] = [[], [], []];
  events.forEach((event, at) => {
    hands[(at * 7 + seed) % 3]?.push(event);
    if ((at + seed) % 5 === 0) hands[(at + seed + 1) % 3]?.push(event);
  });
  return seed % 2 === 0 ? hands : hands.reverse();
}

async function observe(name: string, bundles: readonly (readonly IncomingEvent[])[]) {
  const machine = observer(name);
  for (const bundle of bundles) await take(machine, bundle);
  return machine;
}

describe('what every world keeps', () => {
  test('the worlds reach every status, conflicts and withheld bodies, so that the tests below mean something', async () => {
    const met = new Set<string>();
    for (const script of fc.sample(steps, { numRuns: 8, seed: 5 })) {
      const world = newWorld();
      await runSteps(world, script);
      const { stores } = await observe('observer', [[...world.written.values()]]);
      for (const row of stores.events.all()) met.add(row.status).add(row.hole ? 'withheld' : row.status);
      if (stores.sums.read('conflicts').rows > 0) met.add('conflict');
    }
    const reasons = ['revoked', 'fork', 'not_enrolled', 'late', 'role'].map((reason) => `quarantined:${reason}`);
    expect([...met].sort()).toEqual([...reasons, 'admitted', 'conflict', 'unsealed', 'withheld'].sort());
  });

  test('order, repetition, late and cut delivery lead to the same state, and to what the pure function says', async () => {
    const property = fc.asyncProperty(steps, fc.nat({ max: 1000 }), async (script, seed) => {
      const world = newWorld();
      await runSteps(world, script);
      const all = [...world.written.values()];
      const whole = await observe('observer', [all]);
      const dealt = await observe('observer', deal(all, seed));
      const backwards = await observe('observer', [...deal(all, seed + 1), [...all].reverse()]);
      expect(hashesOf(dealt)).toEqual(hashesOf(whole));
      expect(hashesOf(backwards)).toEqual(hashesOf(whole));
      const scratch = statusesFromScratch(eventsOf(whole.stores));
      for (const row of dealt.stores.events.all()) expect(row.status).toBe(scratch.get(row.id));
    });
    await fc.assert(property, runs);
  });

  test('every machine that wrote in the world shows what follows from its events alone, its own view aside', async () => {
    const property = fc.asyncProperty(steps, async (script) => {
      const world = newWorld();
      await runSteps(world, script);
      for (const { stores } of world.devices) {
        const scratch = statusesFromScratch(eventsOf(stores));
        for (const row of stores.events.all()) {
          const expected = scratch.get(row.id);
          const waits = expected === 'unsealed' || expected === 'quarantined:not_enrolled';
          if (row.ownView) expect(row.status === 'admitted' && waits).toBe(true);
          else expect(row.status).toBe(expected);
        }
        expect(recountStateHash(stores)).toBe(stateHashOf(stores));
      }
    });
    await fc.assert(property, runs);
  });

  test('a rebuild changes nothing', async () => {
    const property = fc.asyncProperty(steps, async (script) => {
      const world = newWorld();
      await runSteps(world, script);
      for (const one of world.devices) {
        const before = hashesOf(one);
        orThrow(rebuild(one.stores, authorityChecks([testAuthority.publicKey])));
        expect(hashesOf(one)).toEqual(before);
      }
    });
    await fc.assert(property, { numRuns: scaled(10) });
  });

  test('the same bundle again writes nothing and counts everything as known', async () => {
    const property = fc.asyncProperty(steps, async (script) => {
      const world = newWorld();
      await runSteps(world, script);
      const all = [...world.written.values()];
      const machine = await observe('observer', [all]);
      const changes = () => machine.stores.db.prepare('SELECT total_changes() AS n').pluck().get();
      const before = [changes(), hashesOf(machine)];
      const { counts } = await take(machine, all);
      expect(counts).toMatchObject({ received: all.length, known: all.length, added: 0, filled: 0 });
      expect([changes(), hashesOf(machine)]).toEqual(before);
    });
    await fc.assert(property, { numRuns: scaled(10) });
  });

  test('a lead that forwards hands on the state it would have given to those it never met', async () => {
    const property = fc.asyncProperty(steps, async (script) => {
      const world = newWorld();
      await runSteps(world, script);
      const lead = await observe('forwarder', [[...world.written.values()]]);
      const direct = await observe('observer', [[...world.written.values()]]);
      const forwarded = await observe('observer', [eventsOf(lead.stores)]);
      expect(hashesOf(forwarded)).toEqual(hashesOf(direct));
    });
    await fc.assert(property, { numRuns: scaled(10) });
  });

  test('a forger without the key changes no status and no row of others', async () => {
    const property = fc.asyncProperty(steps, fc.nat({ max: 100 }), async (script, seed) => {
      const world = newWorld();
      await runSteps(world, script);
      const all = [...world.written.values()];
      const forged = forgeAgainst(all, seed);
      const clean = await observe('observer', [all]);
      const attacked = await observe('observer', [forged, all]);
      const rowsOf = (machine: typeof clean) => machine.stores.projections.map((one) => one.recount());
      expect(rowsOf(attacked)).toEqual(rowsOf(clean));
      const statuses = new Map([...attacked.stores.events.all()].map((row) => [row.id, row.status]));
      for (const row of clean.stores.events.all()) expect(statuses.get(row.id)).toBe(row.status);
      for (const { id } of forged) expect(statuses.get(id)).not.toBe('admitted');
    });
    await fc.assert(property, { numRuns: scaled(10) });
  });

  test('no admitted answer is hidden: it is a head, or an admitted event of its subject names it', async () => {
    const property = fc.asyncProperty(steps, async (script) => {
      const world = newWorld();
      await runSteps(world, script);
      const { stores } = await observe('observer', [[...world.written.values()]]);
      const admitted = [...stores.events.all()].filter((row) => row.status === 'admitted' && row.subject !== '');
      const conflicts = stores.projections.find((one) => one.projection.name === 'conflicts')?.read() ?? [];
      const answers = stores.projections.find((one) => one.projection.name === 'answers')?.read() ?? [];
      const shown = new Set<unknown>([
        ...answers.map((row) => row.event),
        ...conflicts.flatMap((row) => row.concurrent),
      ]);
      for (const row of admitted) {
        const named = admitted.some(
          (other) => other.subject === row.subject && parseStoredHeader(other.header).supersedes.includes(row.id),
        );
        if (!row.hole) expect(shown.has(row.id) || named).toBe(true);
      }
    });
    await fc.assert(property, { numRuns: scaled(10) });
  });
});
