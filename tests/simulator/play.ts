import { testAuthority, testStatement } from '../../db/log/test-device.ts';
import type { EventRow } from '../../db/sqlite/event-store.ts';
import { bootId, instrumentId, personId } from '../../vocabulary/ids.ts';
import { reading } from '../../vocabulary/reading.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { cast, certificateOf, DAY, signersText } from './cast.ts';
import type { Dice } from './dice.ts';
import { Machine, type Surroundings } from './machine.ts';
import { answerBody, deliver, forge, handIn, type Mail, otherProgram, passOn, spoil } from './mail.ts';

/** A world under way. */
export interface Play extends Surroundings {
  readonly machines: Map<string, Machine>;
  /** Those that write nothing: they come at the end. */
  readonly onlookers: Machine[];
  /** Everything that ever was handed in or passed on. */
  readonly mail: Mail[];
  readonly forged: Set<string>;
  readonly met: Set<string>;
}

const inspection = 'a'.repeat(32);
export const subjectOf = (item: number): string => `inspection/${inspection}/answer:water.item-${item % 4}`;
const outcomes = ['pass', 'fail', 'unknown', 'notApplicable', 'unanswered'];
/** 1970, an hour ago, five days ahead, 2099, and right. */
const clocks = [-Infinity, -3_600_000, 5 * DAY, 4_070_908_800_000, 0];

/** Machines come into the world when something happens on them. */
export async function machineOf(play: Play, name: string): Promise<Machine> {
  const known = play.machines.get(name);
  if (known) return known;
  const part = cast.find((one) => one.name === name);
  if (!part) throw new Error(`nobody is called ${name}`);
  const made = await Machine.of(play, part);
  play.machines.set(name, made);
  return made;
}

export async function runPlay(play: Play, steps: number): Promise<void> {
  for (let at = 0; at < steps; at += 1) {
    play.now += play.dice.below(20 * 60_000);
    const { name } = play.dice.pick(cast);
    const machine = await machineOf(play, name);
    const step = chooseStep(play.dice);
    play.met.add(step);
    const act = () => acts[step](play, machine);
    // The power may go in any step, and after any number of calls of the ports in it.
    if (play.dice.chance(0.15)) await machine.survive(act, play.dice.below(60) + 1);
    else await act();
  }
}

type Act = (play: Play, machine: Machine) => Promise<unknown>;

export function answer({ dice }: Play, machine: Machine): void {
  const { record } = machine;
  const subject = subjectOf(dice.below(4));
  const seen = new Set(record.register(subject)?.heads.map((head) => head.id));
  const author = personId.parse(record.identity.person);
  const stored = orThrow(record.append({ author, type: 'answer', subject, body: answerBody(dice.pick(outcomes)) }));
  machine.said(stored);
  const named = record.stores.events.find(stored.log, stored.seq, stored.id);
  const supersedes: readonly string[] = named ? JSON.parse(named.header).supersedes : ['nothing is there'];
  if (supersedes.length > 1 || supersedes.some((id) => !seen.has(id)))
    throw new Error(`an answer supersedes what its author has not seen: ${supersedes}`);
}

function resolve({ dice }: Play, machine: Machine): void {
  const subject = subjectOf(dice.below(4));
  const heads = machine.record.register(subject)?.heads.filter((head) => head.body) ?? [];
  if (heads.length === 0) return;
  const done = machine.record.resolve(subject, dice.pick(heads).id as never, 'seen');
  if (done.ok) machine.said(done.value);
  else if (done.fault.code !== 'role_denied') orThrow(done);
}

function photo({ dice }: Play, machine: Machine): void {
  const { record } = machine;
  const blob = orThrow(record.blobs.put(Buffer.from(`photo ${dice.below(6)}`)));
  const body = { item: 'water.item-1', kind: 'photo', label: '', blob, mime: 'image/png' };
  const subject = `inspection/${inspection}/evidence:${Buffer.from(dice.bytes(16)).toString('hex')}`;
  machine.said(
    orThrow(record.append({ author: record.identity.person, type: 'evidence', subject, body, blobs: [blob] })),
  );
}

function measure({ dice, now }: Play, machine: Machine): void {
  const instrument = instrumentId.parse('d'.repeat(32));
  const time = { wall: now, mono: 0, boot: 'b'.repeat(32) };
  const value = { quality: 'ok', amount: '0.52', unit: '%VOL' };
  const readings = [reading.parse({ instrument, channel: 'CH4', gas: 'CH4', time, value })];
  const raw = [{ wall_ms: now, mono_first_ms: 0, mono_last_ms: 1, dir: 'rx' as const, hex: 'aa' }];
  const batch = {
    batch: `${dice.below(1e9)}`,
    driver: 'd',
    driverVersion: '1',
    settings: {},
    instrumentId: instrument,
    session: '1'.repeat(32),
    boot: bootId.parse('b'.repeat(32)),
  };
  orThrow(machine.record.readings.keep({ ...batch, readings, raw }));
  if (dice.chance(0.5)) orThrow(machine.record.readings.fold({ all: true }));
}

/** An event that some machine holds, of its own logs. */
function anyOwnEvent({ dice, machines }: Play): { readonly row: EventRow; readonly of: Machine } | null {
  const of = dice.pick([...machines.values()]);
  const { stores } = of.record;
  const held = [...stores.local.ownLogs()].flatMap((log) => stores.events.ofLog(log));
  return held.length === 0 ? null : { row: dice.pick(held), of };
}

function state(play: Play, machine: Machine): void {
  const about = anyOwnEvent(play);
  if (!about) return;
  const { log, seq, id } = about.row;
  const write = (type: string, statement: Record<string, unknown>) =>
    machine.said(orThrow(machine.record.append({ author: '', type, subject: '', body: testStatement(statement) })));
  if (play.dice.chance(0.5)) return void write('vouch', { log, seq, id, why: 'seen' });
  const whole = play.dice.chance(0.6);
  const key = about.of.keys.signingKey.fingerprint;
  const lastTrusted = whole ? { lastTrusted: [{ log, seq, id }] } : {};
  const from = play.now - play.dice.below(2 * DAY);
  write('revocation', { key, serials: whole ? 'all' : ['77', '109'], from, ...lastTrusted, reason: 'lost' });
}

/** Two copies of one machine go on with one log, and each seals its own branch. */
async function twoOfOne(play: Play, machine: Machine): Promise<void> {
  const goOn = async () => {
    answer(play, machine);
    machine.said(orThrow(machine.record.seal()));
    const mail = await passOn(machine, play.dice);
    if (mail) play.mail.push(mail);
  };
  machine.keepCopy();
  await goOn();
  await machine.restore(true);
  await goOn();
}

const put = (play: Play, mail: Mail | null): void => {
  if (mail) play.mail.push(mail);
};

const acts = {
  answer: async (play, machine) => answer(play, machine),
  resolve: async (play, machine) => resolve(play, machine),
  photo: async (play, machine) => photo(play, machine),
  measure: async (play, machine) => measure(play, machine),
  seal: async (_, machine) => machine.said(orThrow(machine.record.sealIfDue())),
  handIn: async (play, machine) => put(play, await handIn(machine)),
  passOn: async (play, machine) => put(play, await passOn(machine, play.dice)),
  receive: async (play, machine) => {
    if (play.mail.length > 0) orThrow(await deliver(machine, play.dice.pick(play.mail)));
  },
  spoil: async (play) => {
    if (play.mail.length > 0) put(play, spoil(play.dice.pick(play.mail), play.dice));
  },
  forge: async (play, machine) => {
    const { mail, forged } = await forge(machine, play.dice);
    for (const id of forged) play.forged.add(id);
    put(play, mail);
  },
  otherProgram: async (play) => {
    const tablet = await machineOf(play, 'tablet-e');
    put(play, await otherProgram(tablet, subjectOf(play.dice.below(4)), play.dice));
  },
  clock: async (play, machine) => {
    const clock = play.dice.pick(clocks);
    machine.offset = clock === -Infinity ? -play.now - 1000 : clock > 10 * DAY ? clock - play.now : clock;
  },
  days: async (play) => {
    play.now += 3 * DAY;
  },
  reboot: async ({ dice }, machine) => machine.reboot(dice.chance(0.3)),
  copy: async (_, machine) => machine.keepCopy(),
  restore: async ({ dice }, machine) => machine.restore(dice.chance(0.5)),
  twoOfOne,
  state: async (play, machine) => state(play, machine),
  enrol: async (play) => {
    const bare = await machineOf(play, 'bare');
    if (bare.isEnrolled) return;
    const certificate = certificateOf(bare.part, bare.keys);
    bare.said(
      orThrow(bare.record.enrol({ certificate, signers: signersText, fingerprint: testAuthority.fingerprint })),
    );
  },
  rebuild: async (_, machine) => orThrow(machine.record.rebuild()),
} satisfies Record<string, Act>;
type StepName = keyof typeof acts;

const weights: Readonly<Record<StepName, number>> = {
  answer: 12,
  resolve: 3,
  photo: 2,
  measure: 1,
  seal: 3,
  handIn: 5,
  passOn: 5,
  receive: 10,
  spoil: 1,
  forge: 1,
  otherProgram: 1,
  clock: 2,
  days: 1,
  reboot: 1,
  copy: 2,
  restore: 2,
  twoOfOne: 1,
  state: 3,
  enrol: 1,
  rebuild: 1,
};
const ballot = Object.entries(weights).flatMap(([name, weight]) =>
  Array.from({ length: weight }, () => name as StepName),
);
const chooseStep = (dice: Dice): StepName => dice.pick(ballot);
export const stepNames: readonly string[] = Object.keys(weights);
