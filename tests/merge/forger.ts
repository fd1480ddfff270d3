import { appendEvent } from '../../db/log/append-event.ts';
import { canonicalJson } from '../../db/log/canonical-json.ts';
import {
  bodyHashOf,
  type EventBody,
  type EventHeader,
  eventHeader,
  eventIdOf,
  sealedLine,
} from '../../db/log/event.ts';
import { keyOfName, type TestDevice, testCertificate, testDevice, testStatement } from '../../db/log/test-device.ts';
import type { IncomingEvent } from '../../db/merge/incoming.ts';
import { signSshsig } from '../../db/ssh/sshsig.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { answer, eventsOf, seal } from './devices.ts';

const ownAuthority = keyOfName('forged authority');

/** Everything a person without the authority's key and without a device's key can make, against events seen anywhere. */
export function forgeAgainst(seen: readonly IncomingEvent[], seed: number): IncomingEvent[] {
  const forger = testDevice('forger', 'province', { authorities: [ownAuthority.publicKey] });
  const about = { principal: 'team01-forger@jingxun', role: 'province', serial: '1' } as const;
  forger.certificate = testCertificate(forger.key.publicKey, about, ownAuthority);
  answer(forger, seed, 'pass');
  for (const victim of seen.filter((_, at) => at % 5 === seed % 5)) stateAgainst(forger, victim);
  orThrow(seal(forger));
  answer(forger, seed, 'pass');
  return [...eventsOf(forger.stores), ...intrusions(forger, seen, seed)];
}

/** Statements that would matter if they were the authority's, in the forger's own sealed log. */
function stateAgainst(forger: TestDevice, { header, id }: IncomingEvent): void {
  const { log, seq } = header;
  const write = (type: string, body: Record<string, unknown>) =>
    orThrow(appendEvent(forger.ports, { author: '', type, subject: '', body }));
  const key = forger.key.fingerprint;
  const lastTrusted = [{ log, seq: 1, id }];
  write('vouch', testStatement({ log, seq, id, why: 'forged' }, ownAuthority));
  write('revocation', testStatement({ key, serials: 'all', from: 0, lastTrusted, reason: 'forged' }, ownAuthority));
  write('witness', { heads: [{ log, seq, id, seen: 9_000_000_000_000 }] });
}

/** Events put into the logs of others: beside, after and above what is there, with a seal by the forger's key. */
function intrusions(forger: TestDevice, seen: readonly IncomingEvent[], seed: number): IncomingEvent[] {
  return seen.flatMap((victim, at) => {
    if (victim.header.type !== 'answer' || at % 3 !== seed % 3) return [];
    const { log, seq, subject } = victim.header;
    const body = {
      salt: '0'.repeat(32),
      outcome: 'pass',
      facts: {},
      verdict: null,
      reason: '',
      override: null,
      note: 'forged',
    };
    const base = { ...victim.header, supersedes: [victim.id], subject };
    const beside = forge({ ...base, seq }, body);
    const after = forge({ ...base, seq: seq + 1, prev: victim.id }, body);
    const line = sealedLine(log, seq + 1, after.id);
    const sig = signSshsig({ key: forger.key, namespace: 'jingxun-seal', message: line });
    const sealHead = {
      ...base,
      seq: seq + 2,
      prev: after.id,
      type: 'log.seal',
      subject: '',
      author: '' as const,
      supersedes: [],
    };
    return [beside, after, forge(sealHead, { salt: '0'.repeat(32), nonce: '0'.repeat(32), sig })];
  });
}

function forge(about: EventHeader, body: EventBody): IncomingEvent {
  const header = eventHeader.parse({ ...about, body: bodyHashOf(body) });
  return { id: eventIdOf(header), header, headerText: canonicalJson(header), bodyText: canonicalJson(body), body };
}
