import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaled } from '../../vocabulary/test-scale.ts';
import type { EventHeader } from '../log/event.ts';
import { pathsOf } from '../state/log-paths.ts';
import { FixtureLog, tablet } from './bundle-fixture.ts';
import { ChainWalk } from './chain-walk.ts';

type Held = ReadonlyMap<string, EventHeader>;

/** Branches of one log: a common beginning, a seal or none, one event lost. */
const branches = fc.array(fc.record({ cut: fc.nat(5), seal: fc.boolean(), drop: fc.nat(9) }), {
  minLength: 1,
  maxLength: 5,
});

function heldOf(wishes: readonly { readonly cut: number; readonly seal: boolean; readonly drop: number }[]): Held {
  const events = new Map<string, EventHeader>();
  for (const [at, { cut, seal, drop }] of wishes.entries()) {
    const log = new FixtureLog(tablet, 'walk');
    for (let n = 0; n < 5; n += 1) log.add({ body: { branch: n < cut ? 'common' : `own ${at}` } });
    if (seal) log.seal();
    for (const [index, header] of log.headers.entries()) {
      if (index !== drop) events.set(log.lines[index]?.id ?? '', header);
    }
  }
  return new Map([...events].sort(([a, one], [b, two]) => one.seq - two.seq || (a < b ? -1 : 1)));
}

/** The plain definition: what a seal signs, and all reached from it. */
function coveredOf(held: Held): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { type, prev } of held.values()) {
    let id = type === 'log.seal' ? prev : '';
    for (let event = held.get(id); event && !covered.has(id); event = held.get(id)) {
      covered.add(id);
      id = event.prev;
    }
  }
  return covered;
}

const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

test('the walk over chains finds the same paths as the state does, and covers as seals say', () => {
  const property = fc.property(branches, (wishes) => {
    const held = heldOf(wishes);
    const walk = new ChainWalk();
    for (const [id, header] of held) expect(walk.add(id, header)).not.toBe('out-of-order');
    const walked = walk.finish();
    const text = (paths: readonly object[]) => paths.map((path) => JSON.stringify(path)).sort();
    const rows = [...held].map(([id, { log, seq, prev }]) => ({ log, seq, id, prev }));
    expect(text(walked.paths)).toEqual(text(pathsOf(rows)));
    const covered = coveredOf(held);
    expect(walked.unsealed).toBe(held.size - covered.size);
    const seqs = new Set([...covered].map((id) => held.get(id)?.seq ?? 0));
    const missing = upTo(1, Math.max(0, ...seqs)).filter((seq) => !seqs.has(seq));
    expect(walked.gaps.flatMap(({ from, to }) => upTo(from, to))).toEqual(missing);
  });
  fc.assert(property, { numRuns: scaled(60) });
});

test('an event that comes again, or before its time, is out of order', () => {
  const [first, second] = new FixtureLog(tablet, 'order').add().headers;
  if (!first || !second) throw new Error('the fixture has two events');
  const walk = new ChainWalk();
  expect([walk.add('a', first), walk.add('b', second)]).toEqual(['begins', 'begins']);
  expect([walk.add('b', second), walk.add('c', first)]).toEqual(['out-of-order', 'out-of-order']);
});
