import { describe, expect, test } from 'vitest';
import { eventHeader } from '../log/event.ts';
import { newestOwnHead, type RegisterEvent, registerOf } from './register.ts';

const subject = `inspection/${'a'.repeat(32)}/answer:water.goaf.lead`;
const idOf = (name: string) => Buffer.from(name).toString('hex').padEnd(64, '0');

interface About {
  readonly type?: string;
  readonly hlc?: number;
  readonly author?: string;
  readonly supersedes?: readonly string[];
  readonly body?: Record<string, unknown> | null;
}

function event(name: string, outcome: string, about: About = {}): RegisterEvent {
  const { type = 'answer', hlc = 1, author = 'c', supersedes = [], body = { outcome } } = about;
  const header = eventHeader.parse({
    v: 1,
    log: 'b'.repeat(32),
    seq: 1,
    prev: '0'.repeat(64),
    hlc: hlc.toString(16).padStart(16, '0'),
    wall: 0,
    mono: 0,
    boot: 'd'.repeat(32),
    author: author.repeat(32),
    type,
    subject,
    supersedes: supersedes.map(idOf).sort(),
    body: '0'.repeat(64),
    blobs: [],
  });
  return { id: idOf(name), header, body: body && { salt: '0'.repeat(32), ...body } };
}

const shownOf = (...events: RegisterEvent[]) => {
  const register = registerOf(subject, events);
  return [register?.shown.id, register?.heads.length];
};

describe('a register', () => {
  test('shows the graver of concurrent answers: fail, unknown, pass, not applicable', () => {
    const order = ['fail', 'unknown', 'pass', 'notApplicable', 'unanswered'];
    for (const [at, graver] of order.entries()) {
      for (const other of order.slice(at + 1)) {
        // The lighter one is later, and still does not show.
        expect(shownOf(event('g', graver), event('l', other, { hlc: 9 })), `${graver} over ${other}`).toEqual([
          idOf('g'),
          2,
        ]);
      }
    }
  });

  test('of equals shows the latest by the hybrid clock, in whatever order they come', () => {
    const [early, late] = [event('e', 'pass', { hlc: 1 }), event('l', 'pass', { hlc: 2 })];
    expect(shownOf(early, late)).toEqual([idOf('l'), 2]);
    expect(shownOf(late, early)).toEqual([idOf('l'), 2]);
  });

  test('an answer that names one head supersedes it; one that names several supersedes none', () => {
    const [one, two] = [event('1', 'fail'), event('2', 'fail')];
    expect(shownOf(one, event('3', 'pass', { supersedes: ['1'] }))).toEqual([idOf('3'), 1]);
    expect(shownOf(one, two, event('3', 'pass', { supersedes: ['1', '2'] }))[1]).toBe(3);
  });

  test('superseding does not reach through an event that is not admitted', () => {
    expect(shownOf(event('1', 'fail'), event('3', 'pass', { supersedes: ['2'] }))).toEqual([idOf('1'), 2]);
  });

  test('a resolve settles several and shows the chosen value', () => {
    const settle = event('r', '', { type: 'resolve', supersedes: ['1', '2'], body: { value: { outcome: 'pass' } } });
    const register = registerOf(subject, [event('1', 'fail'), event('2', 'pass'), settle]);
    expect(register?.heads).toHaveLength(1);
    expect(register?.value?.outcome).toBe('pass');
    expect(registerOf(subject, [event('1', 'fail', { hlc: 9 }), settle].slice(1))?.shown.id).toBe(idOf('r'));
  });

  test('a withheld body and a type of a newer version rank as unknown: above pass, below fail', () => {
    for (const odd of [event('o', '', { body: null }), event('o', 'pass', { type: 'answer.next' })]) {
      expect(shownOf(event('p', 'pass', { hlc: 9 }), odd)).toEqual([idOf('o'), 2]);
      expect(shownOf(event('f', 'fail'), odd)).toEqual([idOf('f'), 2]);
      expect(registerOf(subject, [odd])?.value).toBeNull();
    }
  });

  test('a new event supersedes its author’s own last head, else the one shown', () => {
    const register = registerOf(subject, [event('o', 'pass', { author: 'e' }), event('f', 'fail')]);
    if (!register) throw new Error('no register');
    expect(newestOwnHead(register, 'e'.repeat(32)).id).toBe(idOf('o'));
    expect(newestOwnHead(register, '9'.repeat(32)).id).toBe(idOf('f'));
    expect(registerOf(subject, [])).toBeNull();
  });
});
