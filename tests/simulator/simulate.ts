import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { orThrow } from '../../vocabulary/result.ts';
import { onlooker, root, START } from './cast.ts';
import { diceOf } from './dice.ts';
import { Machine } from './machine.ts';
import { deliver, handIn, type Mail } from './mail.ts';
import { answer, machineOf, type Play, runPlay } from './play.ts';
import { checkAgain, checkMachine, checkRebuild, checkSame } from './properties.ts';

/** What a world reached, so that the runs can show that they mean something. */
export interface Reached {
  readonly stateHash: string;
  readonly met: ReadonlySet<string>;
}

/** One world from one seed: a play of some steps, then everything reaches everybody, and all properties must hold. Throws where one does not. */
export async function simulate(seed: number): Promise<Reached> {
  const dice = diceOf(seed);
  const folder = join(root, `world-${seed}`);
  const play: Play = {
    dice,
    folder,
    now: START,
    machines: new Map(),
    onlookers: [],
    mail: [],
    forged: new Set(),
    met: new Set(),
  };
  try {
    await runPlay(play, 24 + dice.below(12));
    const looked = dice.shuffle([...play.machines.values()]).slice(0, 4);
    for (const machine of looked) checkMachine(machine, play.forged);
    return await everythingArrives(play);
  } finally {
    // Closing a database whose file is gone spares folding its journal in.
    rmSync(folder, { recursive: true, force: true });
    for (const machine of [...play.machines.values(), ...play.onlookers]) machine.close();
  }
}

async function everythingArrives(play: Play): Promise<Reached> {
  const { dice } = play;
  const lead = await machineOf(play, 'lead-a');
  const complete = [lead];
  // Whoever hands in nothing any more has events that nobody ever saw: that is another kind of world.
  for (const machine of dice.shuffle([...play.machines.values()]).slice(0, 3)) {
    const mail = machine === lead ? null : await handIn(machine);
    if (!mail) continue;
    play.mail.push(mail);
    complete.push(machine);
  }
  for (const mail of play.mail) orThrow(await deliver(lead, mail));
  answer(play, lead);
  const whole = await handIn(lead);
  if (!whole) throw new Error('the lead cannot hand in');
  const direct = await onlookerOf(play, 'direct', [whole]);
  // The same by the pieces, in any order, some twice, with the power going in between.
  const pieces = [...play.mail, ...play.mail.filter(() => dice.chance(0.2)), whole];
  const pieced = await onlookerOf(play, 'pieced', dice.shuffle(pieces));
  const writer = dice.pick(complete);
  orThrow(await deliver(writer, whole));
  for (const machine of [direct, pieced, writer, lead]) checkMachine(machine, play.forged);
  checkSame(direct, pieced);
  checkSame(direct, writer);
  checkSame(direct, lead);
  checkRebuild(pieced);
  await checkAgain(pieced, dice.pick(play.mail));
  await checkAgain(direct, whole);
  for (const row of direct.record.stores.events.all()) play.met.add(row.hole ? 'withheld' : row.status);
  if (direct.record.conflicts().length > 0) play.met.add('conflict');
  for (const machine of play.machines.values()) if (machine.crashes > 0) play.met.add('crash');
  return { stateHash: direct.record.state().stateHash, met: play.met };
}

async function onlookerOf(play: Play, name: string, mails: readonly Mail[]): Promise<Machine> {
  const machine = await Machine.of(play, onlooker, name);
  play.onlookers.push(machine);
  for (const mail of mails) {
    const take = async () => void orThrow(await deliver(machine, mail));
    if (play.dice.chance(0.1)) await machine.survive(take, play.dice.below(40) + 1);
    // A power cut may have come before it was taken; it is handed over again.
    await take();
  }
  return machine;
}
