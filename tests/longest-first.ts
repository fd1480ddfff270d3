import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest in its suite, longest first: begun last, one of them would keep one core at work and leave the other idle. */
const longest = ['simulator/even-seeds', 'simulator/odd-seeds', 'fault/fault', 'crash/kill'];

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = longest.findIndex((name) => moduleId.endsWith(`${name}.test.ts`));
  return rank === -1 ? longest.length : rank;
};

/** Vitest orders by the times of an earlier run, which a fresh copy of the project does not have. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => rankOf(a) - rankOf(b));
  }
}
