import { z } from 'zod';
import { gas } from '../../vocabulary/gas.ts';
import { gasUnit } from '../../vocabulary/quantity.ts';
import { quality } from '../../vocabulary/reading.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { slaveAddress } from '../requests/allowed-request.ts';

// A profile is data: one more instrument needs no code. Everything not listed here is refused when it is loaded.

const place = { block: z.string().min(1), offset: z.int().min(0) };

/** A code in a word, or characters (high byte first, trimmed), looked up in `map`; no match: unknown. */
const lookup = <M extends z.ZodType<string>>(means: M) =>
  z.union([
    z.strictObject({ ...place, mask: z.int().min(1).max(0xffff), map: z.record(z.string(), means) }),
    z.strictObject({ ...place, asciiWords: z.int().min(1).max(16), map: z.record(z.string(), means) }),
  ]);

const effect = z.enum(['fault', 'invalid', 'warmup', 'calibrating', 'over_range', 'under_range', 'alarm', 'info']);
export type Effect = z.infer<typeof effect>;
const deviceQuality = quality.exclude(['missing', 'stale']);
const notOk = deviceQuality.exclude(['ok']);

const bitRule = z.strictObject({
  bit: z.int().min(0).max(15),
  name: z.string().min(1),
  effect,
  activeWhen: z.literal([0, 1]).default(1),
});
const statusRule = z.discriminatedUnion('kind', [
  z.strictObject({ ...place, kind: z.literal('bits'), bits: z.array(bitRule), otherBits: effect.default('fault') }),
  z.strictObject({
    ...place,
    kind: z.literal('enum'),
    mask: z.int().min(1).max(0xffff),
    shift: z.int().min(0).max(15),
    map: z.record(z.string(), deviceQuality),
    default: deviceQuality,
  }),
]);
export type StatusRule = z.infer<typeof statusRule>;

const valueSource = z.strictObject({
  ...place,
  type: z.enum(['int16', 'uint16', 'int32', 'uint32', 'float32']),
  wordOrder: z.enum(['high-first', 'low-first']).default('high-first'),
  scale: z.number().positive(),
  decimalsFrom: z.strictObject({ ...place, mask: z.int().min(1).max(0xffff).default(0xffff) }).optional(),
});
export type ValueSource = z.infer<typeof valueSource>;

const channel = z
  .strictObject({
    id: z.string().min(1),
    gas: gas.exclude(['unknown']).optional(),
    gasFrom: lookup(gas).optional(),
    unit: gasUnit.optional(),
    unitFrom: lookup(gasUnit).optional(),
    value: valueSource,
    range: z.strictObject({ low: z.number(), high: z.number() }).optional(),
    sentinels: z.array(z.strictObject({ raw: z.number(), quality: notOk })).default([]),
  })
  .refine((each) => (each.gas === undefined) !== (each.gasFrom === undefined), {
    message: 'gas or gasFrom, one of them',
  })
  .refine((each) => (each.unit === undefined) !== (each.unitFrom === undefined), {
    message: 'unit or unitFrom, one of them',
  });
export type ProfileChannel = z.infer<typeof channel>;
export type Lookup = NonNullable<ProfileChannel['gasFrom'] | ProfileChannel['unitFrom']>;

const block = z.strictObject({
  name: z.string().min(1),
  /** Reading functions only. */
  function: z.literal([3, 4]),
  /** On the wire: 40001 and 30001 are 0. */
  address: z.int().min(0).max(0xffff),
  count: z.int().min(1).max(125),
});
export type ProfileBlock = z.infer<typeof block>;

const profileShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  name: z.string().min(1),
  source: z.string().min(1),
  confidence: z.string().min(1),
  link: z.strictObject({
    baud: z.int().min(300).max(921_600),
    dataBits: z.literal([7, 8]),
    parity: z.enum(['none', 'even', 'odd']),
    stopBits: z.literal([1, 2]),
  }),
  slaveId: slaveAddress,
  timing: z.strictObject({
    pollMs: z.int().min(200),
    timeoutMs: z.int().min(50).max(10_000),
    retries: z.int().min(0).max(5),
    gapMs: z.int().min(0).max(5000),
    warmupMs: z.int().min(0).max(600_000).default(0),
  }),
  blocks: z.array(block).min(1),
  identity: z.array(z.strictObject({ ...place, equals: z.int().min(0).max(0xffff) })).default([]),
  status: z.array(statusRule),
  channels: z.array(channel).min(1),
  maxAgeSeconds: z.strictObject({ ...place, limit: z.int().positive() }).optional(),
});
export type Profile = z.infer<typeof profileShape>;

const WORDS_OF = { int16: 1, uint16: 1, int32: 2, uint32: 2, float32: 2 } as const;

/** Every register a profile looks at, and how many words from there. */
function placesOf(profile: Profile): readonly { block: string; offset: number; words: number }[] {
  const lookups = profile.channels.flatMap(({ gasFrom, unitFrom }) =>
    [gasFrom, unitFrom].filter((each) => each !== undefined),
  );
  const values = profile.channels.map(({ value }) => value);
  return [
    ...[...profile.identity, ...profile.status, ...(profile.maxAgeSeconds ? [profile.maxAgeSeconds] : [])].map(
      ({ block: name, offset }) => ({ block: name, offset, words: 1 }),
    ),
    ...lookups.map((each) => ({ ...each, words: 'asciiWords' in each ? each.asciiWords : 1 })),
    ...values.map((each) => ({ ...each, words: WORDS_OF[each.type] })),
    ...values.flatMap(({ decimalsFrom }) => (decimalsFrom ? [{ ...decimalsFrom, words: 1 }] : [])),
  ];
}

const profile = profileShape.superRefine((read, context) => {
  const counts = new Map(read.blocks.map(({ name, count }) => [name, count]));
  if (counts.size < read.blocks.length) context.addIssue('two blocks of one name');
  for (const { block: name, offset, words } of placesOf(read)) {
    if (offset + words > (counts.get(name) ?? 0)) context.addIssue(`no register ${offset} in block ${name}`);
  }
});

const profileFile = z.strictObject({ title: z.string().optional(), profiles: z.array(profile) });

/** Reads a profile file. Unknown fields, write functions, a missing unit or scale: `bad_profile` with every reason. */
export function loadProfiles(file: unknown): Result<readonly Profile[]> {
  const parsed = profileFile.safeParse(file);
  if (parsed.success) return ok(parsed.data.profiles);
  const detail = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  return fail({ code: 'bad_profile', detail });
}

/** One profile as it was kept beside raw bytes. */
export function readDefinition(definition: unknown): Result<Profile> {
  const parsed = profile.safeParse(definition);
  return parsed.success ? ok(parsed.data) : fail({ code: 'bad_profile', detail: z.prettifyError(parsed.error) });
}
