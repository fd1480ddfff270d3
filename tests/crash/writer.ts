import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { nodeFiles } from '../../db/files/node-files.ts';
import { type EventDraft, openRecord } from '../../db/record.ts';
import { bootId } from '../../vocabulary/ids.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { epochMs, monoMs } from '../../vocabulary/time.ts';

// A process that records without pause and says which events are durable, until it is killed.
const [folder = '', stateFolder = ''] = process.argv.slice(2);
const { record } = orThrow(
  await openRecord(
    {
      folder,
      stateFolder,
      files: nodeFiles,
      clock: { wall: () => epochMs.parse(Date.now()), mono: () => monoMs.parse(performance.now()) },
      random: (bytes) => randomBytes(bytes),
      boot: bootId.parse(randomBytes(16).toString('hex')),
      rulesVersion: '1',
    },
    { by: 'passphrase', passphrase: 'a passphrase of the tests' },
  ),
);
const outcomes = ['pass', 'fail', 'unknown', 'unanswered'];
for (let at = 0; ; at += 1) {
  const draft: EventDraft = {
    author: record.identity.person,
    type: 'answer',
    subject: `inspection/${'a'.repeat(32)}/answer:water.item-${at % 17}`,
    body: { outcome: outcomes[at % 4], facts: {}, verdict: null, reason: '', override: null, note: String(at) },
  };
  const stored = at % 23 === 22 ? orThrow(record.seal()) : orThrow(record.append(draft));
  // A synchronous write: what the parent has read was durable before the kill.
  if (stored) process.stdout.write(`${stored.log} ${stored.seq} ${stored.id}\n`);
  if (at % 16 === 0) await new Promise((resolve) => setImmediate(resolve));
}
