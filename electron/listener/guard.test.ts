import { describe, expect, test } from 'vitest';
import { guarded } from './guard.ts';

const heard = () => {
  const bugs: string[] = [];
  return { bugs, onBug: (error: unknown) => bugs.push(error instanceof Error ? error.message : String(error)) };
};

describe('a guarded call', () => {
  test('passes its arguments and is otherwise not noticed', () => {
    const { bugs, onBug } = heard();
    const got: number[] = [];
    guarded((one: number, other: number) => got.push(one + other), onBug)(1, 2);
    expect([got, bugs]).toEqual([[3], []]);
  });

  test('that throws is a bug, and the next call is guarded again', () => {
    const { bugs, onBug } = heard();
    const failing = guarded(() => {
      throw new Error('oops');
    }, onBug);
    failing();
    failing();
    expect(bugs).toEqual(['oops', 'oops']);
  });

  test('that never ends is stopped and is a bug', () => {
    const { bugs, onBug } = heard();
    let turns = 0;
    guarded(
      () => {
        for (;;) turns += 1;
      },
      onBug,
      50,
    )();
    expect(turns).toBeGreaterThan(0);
    expect(bugs).toEqual([expect.stringContaining('timed out')]);
  });

  test('within a guarded call is guarded by the outer one', () => {
    const { bugs, onBug } = heard();
    const inner = guarded(() => {
      throw new Error('inner');
    }, onBug);
    guarded(() => inner(), onBug)();
    expect(bugs).toEqual(['inner']);
  });
});
