import type { z } from 'zod';
import { alarmBody } from './alarm-body.ts';
import * as area from './area-bodies.ts';
import { articleBody } from './article-body.ts';
import * as assessment from './assessment-bodies.ts';
import { companyBody, companyGravity } from './company-body.ts';
import { bodyBase, type EventBody } from './event.ts';
import * as field from './field-bodies.ts';
import { GRAVITY } from './gravity.ts';
import * as register from './instrument-bodies.ts';
import * as paper from './paper-bodies.ts';
import * as plan from './plan-bodies.ts';
import * as prevention from './prevention-bodies.ts';
import { releaseBody } from './release-body.ts';
import * as site from './site-bodies.ts';
import * as storedLog from './stored-log-bodies.ts';
import * as trust from './trust-bodies.ts';
import * as withdrawal from './withdrawal-bodies.ts';
import * as zone from './zone-bodies.ts';

/** What the province's certificate says a device is. */
export type Role = 'inspector' | 'lead' | 'province';

/** Raise when a role, a subject or a gravity changes: machines with another number are not comparable. */
export const ROLE_TABLE_VERSION = 10;

/** One shape of subject that a type writes, and what its body says. */
export interface SubjectKind {
  readonly subject: RegExp;
  readonly body: z.ZodType<EventBody>;
}

/** One event type: who may write it, on which subjects, how grave its values are. */
export interface EventType {
  /** `anyone`: every device, whatever its certificate. */
  readonly writers: readonly Role[] | 'anyone';
  readonly kinds: readonly SubjectKind[];
  readonly gravity?: (body: EventBody) => number;
  /** What a value says where parts of its body do not matter: concurrent values that say the same ask nobody. */
  readonly says?: (body: EventBody) => string;
  /** Machine events have no author and no subject. */
  readonly machine?: true;
  /** Believed by the authority's own signature wherever it stands. */
  readonly trust?: true;
}

const everyRole = ['inspector', 'lead', 'province'] as const;
const leads = ['lead', 'province'] as const;
const province = ['province'] as const;
const id = '[0-9a-f]{32}';
const item = '[a-z]+(\\.[A-Za-z0-9-]+)+';
const at = (pattern: string) => new RegExp(`^${pattern}$`);

const machine = (writers: EventType['writers'], body: z.ZodType<EventBody>): EventType => ({
  writers,
  kinds: [{ subject: /^$/, body }],
  machine: true,
});
const statement = (body: z.ZodType<EventBody>): EventType => ({ ...machine('anyone', body), trust: true });
const on = (writers: EventType['writers'], pattern: string, body: z.ZodType<EventBody> = bodyBase): EventType => ({
  writers,
  kinds: [{ subject: at(pattern), body }],
});

const answerGravity = (body: EventBody): number => {
  const outcome = field.answerOutcome.safeParse(body.outcome);
  if (!outcome.success) return GRAVITY.unknown;
  return outcome.data === 'unanswered' ? GRAVITY.none : GRAVITY[outcome.data];
};

/** Every event type. A new type is a new line here and in ARCHITECTURE.md; types of later work carry any salted body. */
export const eventTypes: Readonly<Record<string, EventType>> = {
  'log.open': machine('anyone', trust.logOpenBody),
  'log.seal': machine('anyone', trust.logSealBody),
  clock: machine('anyone', trust.clockBody),
  witness: machine(leads, trust.witnessBody),
  certificate: statement(trust.certificateBody),
  revocation: statement(trust.revocationBody),
  vouch: statement(trust.vouchBody),
  person: on(everyRole, `person/${id}/identity`, field.personBody),
  instrument: {
    ...on(everyRole, `instrument/${id}/register`, register.instrumentBody),
    gravity: register.instrumentGravity,
  },
  calibration: {
    ...on(everyRole, `calibration/${id}/entry`, register.calibrationBody),
    gravity: register.calibrationGravity,
  },
  inspection: {
    writers: everyRole,
    kinds: [
      { subject: at(`inspection/${id}/opened`), body: field.openedBody },
      { subject: at(`inspection/${id}/added:${id}`), body: field.addedPlaceBody },
      { subject: at(`inspection/${id}/signoff:${id}`), body: field.signoffBody },
    ],
    gravity: plan.openingGravity,
    says: plan.saidOfOpening,
  },
  'inspection.place': on(everyRole, `inspection/${id}/place:${id}`, field.placeBody),
  'inspection.site': {
    writers: everyRole,
    kinds: [
      { subject: at(`inspection/${id}/site:${id}`), body: site.siteBody },
      { subject: at(`inspection/${id}/part:${id}`), body: site.sitePartBody },
    ],
  },
  answer: { ...on(everyRole, `inspection/${id}/answer:${item}(@${id})?`, field.answerBody), gravity: answerGravity },
  evidence: on(everyRole, `inspection/${id}/evidence:${id}`, field.evidenceBody),
  signature: on(everyRole, `inspection/${id}/signature:${id}`, field.signatureBody),
  finding: on(everyRole, `finding/${id}/finding`, field.findingBody),
  alarm: on(everyRole, `(inspection|device)/${id}/alarm:${id}`, alarmBody),
  'reading.block': on(everyRole, `(inspection|device)/${id}/block:${id}`, field.readingBlockBody),
  'instrument.clock': on(everyRole, `instrument/${id}/clock:${id}`, storedLog.instrumentClockBody),
  'instrument.log': {
    writers: everyRole,
    kinds: [
      { subject: at(`stored-log/${id}/file`), body: storedLog.storedFileBody },
      { subject: at(`stored-log/${id}/events`), body: storedLog.storedEventsBody },
    ],
    says: storedLog.saidOfLog,
  },
  'raw.block': on(everyRole, `(inspection|device)/${id}/raw:${id}`, field.rawBlockBody),
  resolve: { ...on(leads, `[a-z-]+/${id}/.+`, field.resolveBody) },
  assessment: {
    writers: everyRole,
    kinds: [
      { subject: at(`assessment/${id}/unit`), body: assessment.assessedUnitBody },
      { subject: at(`assessment/${id}/figure:[A-Za-z0-9_]+`), body: assessment.figureBody },
      { subject: at(`assessment/${id}/point:[1-9][0-9]{0,2}`), body: assessment.pointBody },
      { subject: at(`assessment/${id}/verdict:[A-Za-z]+`), body: assessment.assessedVerdictBody },
      { subject: at(`assessment/${id}/conclusion`), body: assessment.conclusionBody },
    ],
    gravity: assessment.assessmentGravity,
    says: assessment.saidOfAssessment,
  },
  area: {
    writers: everyRole,
    kinds: [
      { subject: at(`area/${id}/drainageArea`), body: area.drainageAreaBody },
      { subject: at(`area/${id}/handover:${id}`), body: area.areaHandoverBody },
      { subject: at(`area/${id}/outburstChain`), body: area.outburstChainBody },
      { subject: at(`area/${id}/step:[A-Za-z]+`), body: area.outburstStepBody },
      { subject: at(`area/${id}/outburstIndex:${id}`), body: area.outburstIndexBody },
      { subject: at(`area/${id}/waterZone`), body: zone.waterZoneBody },
      { subject: at(`area/${id}/zoneChange:${id}`), body: zone.zoneChangeBody },
      { subject: at(`area/${id}/zoneWork`), body: zone.zoneWorkBody },
      { subject: at(`area/${id}/zoneMap`), body: zone.zoneMapBody },
    ],
    gravity: area.areaGravity,
  },
  prevention: {
    writers: everyRole,
    kinds: [
      { subject: at(`prevention/${id}/check`), body: prevention.mineCheckBody },
      { subject: at(`prevention/${id}/risk`), body: prevention.mineRiskBody },
      { subject: at(`prevention/${id}/map`), body: prevention.riskMapBody },
    ],
  },
  withdrawal: {
    writers: everyRole,
    kinds: [
      { subject: at(`withdrawal/${id}/order`), body: withdrawal.orderBody },
      { subject: at(`withdrawal/${id}/people`), body: withdrawal.peopleBody },
      { subject: at(`withdrawal/${id}/told:[a-zA-Z]+`), body: withdrawal.toldBody },
      { subject: at(`withdrawal/${id}/cleared`), body: withdrawal.clearedBody },
      { subject: at(`withdrawal/${id}/resume`), body: withdrawal.resumeBody },
      { subject: at(`withdrawal/${id}/signature:${id}`), body: withdrawal.orderSignatureBody },
      { subject: at(`withdrawal/${id}/photo:${id}`), body: withdrawal.orderPhotoBody },
    ],
    gravity: withdrawal.withdrawalGravity,
  },
  document: {
    writers: everyRole,
    kinds: [
      { subject: at(`document/${id}/paper`), body: paper.paperBody },
      { subject: at(`document/${id}/number`), body: paper.paperNumberBody },
    ],
  },
  article: on(everyRole, `article/${id}/entry:[A-Za-z0-9.-]+`, articleBody),
  company: { ...on(everyRole, `company/${id}/limit:[A-Za-z0-9.-]+`, companyBody), gravity: companyGravity },
  'mine.note': on(everyRole, `mine/${id}/note:${id}`),
  plan: on(leads, `plan/${id}/planned`, plan.planBody),
  handover: on(everyRole, `handover/${id}/given`, plan.handoverBody),
  lease: on(leads, `lease/${id}/range`, paper.paperLeaseBody),
  mine: on(province, `mine/${id}/ledger`),
  /** Signed by the province; whoever carries it, the signature is what counts. */
  pack: on('anyone', `pack/${id}/release`, releaseBody),
};

export const eventTypeOf = (type: string): EventType | undefined =>
  Object.hasOwn(eventTypes, type) ? eventTypes[type] : undefined;

/** Types whose body may never be withheld: without it nobody could tell whom to trust. */
export const bodyMustStand = (type: string): boolean =>
  ['log.open', 'log.seal', 'witness', 'pack'].includes(type) || eventTypeOf(type)?.trust === true;

/** Whether a device of these roles may write the type. A type this build does not know is admitted without effect. */
export function mayWrite(roles: ReadonlySet<Role>, type: string): boolean {
  const known = eventTypeOf(type);
  return !known || known.writers === 'anyone' || known.writers.some((role) => roles.has(role));
}

interface OwnedKind {
  readonly type: string;
  readonly subject: RegExp;
}

const owned: readonly OwnedKind[] = Object.entries(eventTypes)
  .filter(([type, entry]) => type !== 'resolve' && !entry.machine)
  .flatMap(([type, entry]) => entry.kinds.map(({ subject }) => ({ type, subject })));

/** The beginnings of a pattern's subjects: `^entity/<id>/word`, and then `:` or nothing, or `^(one|other)/…`. */
function beginningsOf({ source }: RegExp): readonly string[] {
  const [, entities, word] = /^\^\(?([a-z|-]+)\)?\\\/\[0-9a-f\]\{32\}\\\/([A-Za-z-]+)[:$]/.exec(source) ?? [];
  if (!entities || !word) throw new Error(`a subject begins with its entity, an id and a word: ${source}`);
  return entities.split('|').map((entity) => `${entity}/${word}`);
}

/** An id and the slash behind it. */
const ID_LENGTH = 33;

/** The entity of a subject and the word behind its id. */
function beginningOf(subject: string): string {
  const id = subject.indexOf('/') + 1;
  const word = id + ID_LENGTH;
  const end = subject.indexOf(':', word);
  return subject.slice(0, id) + subject.slice(word, end < 0 ? subject.length : end);
}

/** By how their subjects begin, because this is asked for every subject of every import. */
const ownedByBeginning: ReadonlyMap<string, readonly OwnedKind[]> = Map.groupBy(
  owned.flatMap((kind) => beginningsOf(kind.subject).map((beginning) => ({ ...kind, beginning }))),
  ({ beginning }) => beginning,
);

/** The type that owns a subject (not `resolve`, which writes on all), or null for a subject of a newer version. */
export const typeOfSubject = (subject: string): string | null =>
  ownedByBeginning.get(beginningOf(subject))?.find((kind) => kind.subject.test(subject))?.type ?? null;
