import fc from 'fast-check';
import { cast, START, type Step } from './world.ts';

const n = fc.nat({ max: 40 });
const device = fc.nat({ max: cast.length - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('answer' as const), device, item: n, outcome: n }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('resolve' as const), device, item: n }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('seal' as const, 'export' as const), device }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('fork' as const, 'overdue' as const), device, item: n }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('copy' as const), device }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restore' as const), device, noticed: fc.boolean() }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('deliver' as const),
      from: device,
      to: device,
      cut: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, n),
      redact: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.boolean()),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('clock' as const),
      device,
      wall: fc.constantFrom(-1000, START, START + 5 * 86_400_000, START + 5 * 86_400_000, 4_070_908_800_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('revoke' as const, 'vouch' as const),
      device,
      about: device,
      depth: n,
      all: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('enrol' as const), device, about: device }) },
);
/** What happens in a world, long enough that forks, revocations and conflicts meet. */
export const steps = fc.array(step, { minLength: 40, maxLength: 90, size: 'max' });
