import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fillSlots, type Words } from '../../vocabulary/words.ts';
import { type DemoAuthority, enrol, makeAuthority, needDone } from './authority.ts';
import { DemoStop, need, openProfile } from './profile.ts';
import { runVerbApart } from './run-verb.ts';
import { askStockTools, type StockAnswer, writeTampered } from './stock-tools.ts';
import { type DemoTeam, workTheDay } from './team.ts';
import { demoTeams, stepWords } from './teams.words.ts';

type Say = (words: Words) => void;
type Step = keyof typeof stepWords;

const fill = (step: Step, slots: Readonly<Record<string, unknown>> = {}): Words => ({
  zh: fillSlots(stepWords[step].zh, slots),
  en: fillSlots(stepWords[step].en, slots),
});

/** What the last line of the demo reports. */
export interface DemoResult {
  readonly bundles: readonly string[];
  readonly logHash: string;
  readonly stateHash: string;
}

/**
 * The whole main job without hands, into an empty or new folder. Throws DemoStop where a step did not do what it must:
 * a demo that cannot fail would show nothing.
 */
export async function runDemo(folder: string, say: Say): Promise<DemoResult> {
  const from = performance.now();
  await mkdir(folder, { recursive: true });
  const passphraseFile = path.join(folder, 'passphrase');
  await writeFile(passphraseFile, randomBytes(12).toString('hex'), { mode: 0o600 });
  const authority = await makeAuthority(path.join(folder, 'authority'), passphraseFile);
  for (const name of ['allowed_signers', 'krl'])
    await copyFile(path.join(authority.folder, name), path.join(folder, name));
  say(fill('authority'));
  const done = await Promise.all(demoTeams.map((team) => runTeam(folder, team, authority, passphraseFile, say)));
  const bundles = done.map(({ bundle }) => bundle);
  for (const [index, bundle] of bundles.entries())
    await checkByStockTools(bundle, folder, demoTeams[index]?.principal ?? '', true, say);
  const merged = await mergeBothWays(folder, bundles, authority, passphraseFile);
  say(fill('merged', { hash: merged.stateHash.slice(0, 12) }));
  for (const team of done) await replayInspection(folder, team, authority, passphraseFile, say);
  await refuseTampered(folder, bundles, passphraseFile, say);
  say(fill('summary', { folder, seconds: ((performance.now() - from) / 1000).toFixed(0) }));
  return { bundles, ...merged };
}

interface DoneTeam {
  readonly bundle: string;
  readonly inspection: string;
  readonly team: string;
}

async function runTeam(
  folder: string,
  team: DemoTeam,
  authority: DemoAuthority,
  passphraseFile: string,
  say: Say,
): Promise<DoneTeam> {
  const profile = openProfile(path.join(folder, team.folder));
  try {
    need(
      await profile.recorder.ask('session/create', {
        passphrase: await readFile(passphraseFile, 'utf8'),
        person: team.person,
      }),
    );
    await enrol(profile, authority, { principal: team.principal, role: 'inspector' }, passphraseFile);
    say(fill('enrolled', { team: team.person.team }));
    const done = await workTheDay(profile, team, folder, (step) => {
      if (step !== 'exported') say(fill(step as Step, { team: team.person.team }));
    });
    say(fill('exported', { team: team.person.team, events: done.exported.events }));
    if (done.exported.events < 20) throw new DemoStop({ code: 'bug', detail: `only ${done.exported.events} events` });
    return { bundle: done.exported.file, inspection: done.inspectionId, team: team.person.team };
  } finally {
    await profile.close();
  }
}

async function checkByStockTools(
  bundle: string,
  folder: string,
  principal: string,
  wanted: boolean,
  say: Say,
): Promise<void> {
  const answers = await askStockTools(
    bundle,
    path.join(folder, 'allowed_signers'),
    path.join(folder, 'krl'),
    principal,
  );
  for (const { tool, accepted } of answers) {
    const said = stepWords[accepted === null ? 'absent' : accepted ? 'accepted' : 'refused'];
    const file = path.basename(bundle);
    say({
      zh: fillSlots(stepWords.stock.zh, { tool, file, answer: said.zh }),
      en: fillSlots(stepWords.stock.en, { tool, file, answer: said.en }),
    });
  }
  const found = answers.filter((answer): answer is StockAnswer & { accepted: boolean } => answer.accepted !== null);
  if (found.length > 0 && found.every(({ accepted }) => accepted) !== wanted) {
    throw new DemoStop({ code: 'bug', detail: `stock tools and ${path.basename(bundle)}` });
  }
}

/** A data folder per order; their states must agree to the letter. */
async function mergeBothWays(
  folder: string,
  bundles: readonly string[],
  authority: DemoAuthority,
  passphraseFile: string,
) {
  const orders = { lead: bundles, 'lead-reversed': bundles.toReversed() } as const;
  const states = [];
  for (const [name, order] of Object.entries(orders)) {
    const data = path.join(folder, name);
    const merge = ['merge', '--data', data, '--signers', authority.signers, '--krl', authority.krl, ...order];
    states.push(needDone(await runVerbApart(merge, passphraseFile), 'merge').last);
  }
  const [first, second] = states;
  if (!first || first.logHash !== second?.logHash || first.stateHash !== second?.stateHash) {
    throw new DemoStop({ code: 'bug', detail: 'the two orders do not agree' });
  }
  return { logHash: String(first.logHash), stateHash: String(first.stateHash) };
}

/** The bytes in the bundle, and those on the lead's machine after the merge, must give every reading of the inspection again. */
async function replayInspection(
  folder: string,
  { bundle, inspection, team }: DoneTeam,
  authority: DemoAuthority,
  passphraseFile: string,
  say: Say,
): Promise<void> {
  const sources = [
    [bundle, '--signers', authority.signers],
    ['--data', path.join(folder, 'lead')],
  ];
  const same: unknown[] = [];
  for (const source of sources) {
    const run = await runVerbApart(['replay', ...source, '--inspection', inspection], passphraseFile);
    const { last } = needDone(run, 'replay');
    if (!(Number(last.same) > 0) || last.identical !== last.blocks) {
      throw new DemoStop({ code: 'bug', detail: `nothing was replayed of ${inspection}` });
    }
    same.push(last.same);
  }
  if (same[0] !== same[1]) throw new DemoStop({ code: 'bug', detail: `replay: ${same.join(' and ')} readings` });
  say(fill('replayed', { team, readings: same[0] }));
}

async function refuseTampered(
  folder: string,
  bundles: readonly string[],
  passphraseFile: string,
  say: Say,
): Promise<void> {
  const [good] = bundles;
  if (!good) return;
  const tampered = path.join(folder, 'tampered.jxb');
  await writeTampered(good, tampered);
  const before = await runVerbApart(['state', '--data', path.join(folder, 'lead')], passphraseFile);
  const merge = await runVerbApart(['merge', '--data', path.join(folder, 'lead'), tampered], passphraseFile);
  const after = await runVerbApart(['state', '--data', path.join(folder, 'lead')], passphraseFile);
  const fault = merge.last.fault as { readonly code?: string } | undefined;
  if (merge.status !== 1 || JSON.stringify(before.last) !== JSON.stringify(after.last)) {
    throw new DemoStop({ code: 'bug', detail: 'the tampered bundle was not refused' });
  }
  say(fill('tampered', { code: fault?.code ?? '' }));
}
