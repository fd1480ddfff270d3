import process from 'node:process';

/** How many runs a property test makes: `count` in the daily tests, more where JINGXUN_TEST_SCALE asks for it. */
export function scaled(count: number): number {
  const scale = Number(process.env.JINGXUN_TEST_SCALE ?? '1');
  return Math.max(1, Math.round(count * (Number.isFinite(scale) && scale > 0 ? scale : 1)));
}

/** Which round of a long run this is, from 0: tests that draw from a seed draw others in each. */
export const roundOf = (): number => Number(process.env.JINGXUN_ROUND ?? '0');
