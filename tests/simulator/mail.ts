import { bundleSigner, contentOf, FixtureLog, inOrder, MemorySink } from '../../db/bundles/bundle-fixture.ts';
import { type BundleContent, type BundleSigner, writeBundle } from '../../db/bundles/write-bundle.ts';
import { memorySource } from '../../db/files/byte-source.ts';
import { canonicalJson } from '../../db/log/canonical-json.ts';
import type { EventLines } from '../../db/log/event.ts';
import { parseStoredHeader } from '../../db/log/stored-event.ts';
import { keyOfName, testCertificate } from '../../db/log/test-device.ts';
import type { EventRow } from '../../db/sqlite/event-store.ts';
import { blobId, eventId } from '../../vocabulary/ids.ts';
import { ok, orThrow, type Result } from '../../vocabulary/result.ts';
import { eventsOf } from '../merge/devices.ts';
import { forgeAgainst } from '../merge/forger.ts';
import { certificateOf } from './cast.ts';
import type { Dice } from './dice.ts';
import type { Machine } from './machine.ts';

/** A bundle under way: lost, late, doubled and out of order as chance has it. */
export interface Mail {
  readonly bytes: Buffer;
  /** What the simulator knows to be in it. */
  readonly lines: readonly EventLines[];
  /** It was changed on the way or made by a forger: every machine must refuse it. */
  readonly spoiled: boolean;
}

const pages = { report: Buffer.from('<!doctype html>\n'), verifyText: Buffer.from('verify\n') };

/** A machine hands in all it has, the production way: witness, seal, mark, pack, read back. Null without a certificate. */
export async function handIn(machine: Machine): Promise<Mail | null> {
  const sink = new MemorySink();
  let lines: EventLines[] = [];
  const write = (content: BundleContent, signer: BundleSigner) => {
    lines = [...content.lines()];
    return writeBundle(content, signer, sink);
  };
  const target = { write, readBack: () => ok(memorySource(sink.bytes())) };
  const done = await machine.record.exportTo({ target, pages: () => ok(pages) });
  if (!done.ok && done.fault.code === 'no_certificate') return null;
  // A restored folder that nothing was written to since: its old log has ended, and where that had no seal there is nothing to hand in.
  if (!done.ok && done.fault.code === 'unsealed' && machine.record.identity.log === null) return null;
  orThrow(done);
  for (const { id } of lines) machine.acknowledged.add(id);
  return { bytes: sink.bytes(), lines, spoiled: false };
}

type Cut = (row: EventRow) => boolean;

/** A stretch of every log: all of it, its end, its beginning, or all but a piece in the middle. */
function cutOf(dice: Dice, rows: readonly EventRow[]): Cut {
  const ends = new Map<string, number>();
  for (const { log, seq } of rows) ends.set(log, Math.max(seq, ends.get(log) ?? 0));
  const cuts = new Map(
    [...ends].map(([log, end]): [string, (seq: number) => boolean] => {
      const at = dice.below(end) + 1;
      const length = dice.below(4) + 1;
      const kinds = [() => true, (seq: number) => seq >= at, (seq: number) => seq <= at];
      return [log, dice.pick([...kinds, (seq: number) => seq < at || seq >= at + length, () => false])];
    }),
  );
  return ({ log, seq }) => cuts.get(log)?.(seq) ?? true;
}

/** What somebody passes on of what a machine holds: cut, with bodies withheld, without some of the blobs. */
export async function passOn(machine: Machine, dice: Dice): Promise<Mail | null> {
  const { certificate } = machine.record.identity;
  if (!certificate) return null;
  const held = [...machine.record.stores.events.all()];
  const rows = held.filter(dice.chance(0.8) ? cutOf(dice, held) : () => true);
  if (rows.length === 0) return null;
  const redacts = dice.chance(0.3);
  const lines = rows.map(({ id, header, body, type }) => ({
    id,
    header,
    body: redacts && type === 'answer' ? holeOf(header) : body,
  }));
  const named = [...new Set(rows.flatMap((row) => parseStoredHeader(row.header).blobs))];
  const { blobs } = machine.record;
  const carried = named.map((blob) => blobId.parse(blob)).filter((blob) => blobs.has(blob) && dice.chance(0.7));
  return pack(
    lines,
    bundleSigner(machine.keys.signingKey, certificate.text),
    carried.map((id) => ({ id, open: () => blobs.open(id) })),
  );
}

const holeOf = (header: string): string => canonicalJson({ why: 'redacted', withheld: parseStoredHeader(header).body });

async function pack(
  lines: readonly EventLines[],
  signer: BundleSigner,
  blobs: BundleContent['blobs'] = [],
): Promise<Mail> {
  const sink = new MemorySink();
  orThrow(await writeBundle({ ...contentOf(lines), blobs }, signer, sink));
  return { bytes: sink.bytes(), lines, spoiled: false };
}

/** One byte is another. */
export function spoil(mail: Mail, dice: Dice): Mail {
  const bytes = Buffer.from(mail.bytes);
  const at = dice.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.below(8));
  return { ...mail, bytes, spoiled: true };
}

/** Everything without a key of the province: forged logs and statements, events beside and above those of others. */
export async function forge(
  carrier: Machine,
  dice: Dice,
): Promise<{ readonly mail: Mail | null; readonly forged: readonly string[] }> {
  const { certificate } = carrier.record.identity;
  if (!certificate) return { mail: null, forged: [] };
  const seen = eventsOf(carrier.record.stores);
  const logs = new Set(seen.map((event) => event.header.log));
  const forged = forgeAgainst(seen, dice.below(1000));
  const byOthers = dice.chance(0.2);
  // Seals in the logs of others would have the whole bundle refused; without them the rest gets in and must do nothing.
  const careful = dice.chance(0.8);
  const kept = forged.filter(({ header }) => !careful || header.type !== 'log.seal' || !logs.has(header.log));
  const lines = kept
    .map(({ id, header, headerText, bodyText }) => ({
      id,
      header: headerText,
      body: bodyText,
      log: header.log,
      seq: header.seq,
    }))
    .sort((a, b) => (a.log < b.log ? -1 : a.log > b.log ? 1 : a.seq - b.seq || (a.id < b.id ? -1 : 1)));
  const mail = await pack(
    lines,
    byOthers ? strangersSigner() : bundleSigner(carrier.keys.signingKey, certificate.text),
  );
  return { mail: { ...mail, spoiled: byOthers }, forged: forged.map((event) => event.id) };
}

/** A carrier whose certificate another authority made. */
function strangersSigner(): BundleSigner {
  const key = keyOfName('a stranger');
  const about = { principal: 'team01-stranger@jingxun', role: 'province', serial: '1' } as const;
  return bundleSigner(key, testCertificate(key.publicKey, about, keyOfName('forged authority')));
}

/** A log that a tablet's own key made with another program: it resolves what only a lead may, and writes a type of a newer version. */
export async function otherProgram(machine: Machine, subject: string, dice: Dice): Promise<Mail> {
  const certificate = certificateOf(machine.part, machine.keys);
  const log = new FixtureLog(machine.keys.signingKey, `other program ${dice.below(1000)}`, certificate);
  const about = { subject, body: { chosen: '0'.repeat(64), value: { outcome: 'pass' }, reason: 'forged' } };
  log
    .add({ type: 'resolve', ...about })
    .add({ type: 'newer.thing', subject: `thing/${'e'.repeat(32)}/newer`, body: { shape: [1, 2] } });
  log.add({ subject, body: answerBody(dice.pick(['pass', 'fail'])) }).seal();
  return pack(inOrder(log), bundleSigner(machine.keys.signingKey, certificate));
}

export const answerBody = (outcome: string) => ({
  outcome,
  facts: {},
  verdict: null,
  reason: '',
  override: null,
  note: '',
});

/** Gives a bundle to a machine. Whether it is refused is the same everywhere, and a spoiled one always is. */
export async function deliver(machine: Machine, mail: Mail): Promise<Result<{ readonly refused: boolean }>> {
  const before = mail.spoiled ? machine.record.state() : null;
  const done = await machine.record.importFrom(memorySource(mail.bytes), 'mail.jxb');
  if (!done.ok) return done;
  const refused = done.value.refusal !== null;
  if (mail.spoiled && !refused) throw new Error('a spoiled bundle was taken');
  if (before && JSON.stringify(machine.record.state()) !== JSON.stringify(before))
    throw new Error('a refused bundle changed something');
  if (!refused) for (const { id } of mail.lines) machine.acknowledged.add(eventId.parse(id));
  return ok({ refused });
}
