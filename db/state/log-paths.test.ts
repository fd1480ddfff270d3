import { describe, expect, test } from 'vitest';
import { logHashOf, pathLine, pathsOf } from './log-paths.ts';

const link = (log: string, seq: number, id: string, prev: string) => ({ log, seq, id, prev });
const lines = (chain: Parameters<typeof pathsOf>[0]) => pathsOf(chain).map(pathLine).sort();

describe('paths of logs', () => {
  test('a whole log is one path', () => {
    expect(lines([link('a', 1, 'a1', 'root'), link('a', 2, 'a2', 'a1'), link('a', 3, 'a3', 'a2')])).toEqual([
      'a 1 root 3 a3',
    ]);
  });

  test('a fork gives a path to each leaf, with the common start', () => {
    const chain = [
      link('a', 1, 'a1', 'root'),
      link('a', 2, 'x', 'a1'),
      link('a', 2, 'y', 'a1'),
      link('a', 3, 'z', 'y'),
    ];
    expect(lines(chain)).toEqual(['a 1 root 2 x', 'a 1 root 3 z']);
  });

  test('a gap and an event that hangs on nothing held start segments of their own', () => {
    const chain = [
      link('a', 1, 'a1', 'r'),
      link('a', 3, 'a3', 'a2'),
      link('a', 4, 'a4', 'a3'),
      link('a', 4, 'q', 'p'),
      link('b', 1, 'b1', 's'),
    ];
    expect(lines(chain)).toEqual(['a 1 r 1 a1', 'a 3 a2 4 a4', 'a 4 p 4 q', 'b 1 s 1 b1']);
  });

  test('nothing held has the hash of no bytes', () => {
    expect(pathsOf([])).toEqual([]);
    expect(logHashOf([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});
