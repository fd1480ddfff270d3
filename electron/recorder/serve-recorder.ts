import path from 'node:path';
import { nodeFiles } from '../../db/files/node-files.ts';
import { deriveKey } from '../../db/keys/derive-key.ts';
import type { EventRecord, OpenedRecord, RecordWorld } from '../../db/record.ts';
import type { Timers } from '../../drivers/session/create-session.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { custodyPort } from '../ports/custody-port.ts';
import { intakePort } from '../ports/intake-port.ts';
import { recorderPort } from '../ports/recorder-port.ts';
import { type Served, servePort } from '../ports/serve-port.ts';
import type { Wire } from '../ports/wire.ts';
import { alarmHandlers } from './alarm.ts';
import { answerHandlers } from './answer.ts';
import { areaHandlers } from './area.ts';
import { articleHandlers } from './article.ts';
import { assessmentHandlers } from './assessment.ts';
import { bundleHandlers } from './bundle.ts';
import { createCare } from './care.ts';
import { companyHandlers } from './company.ts';
import { completenessHandlers } from './completeness.ts';
import { type Desk, makeNewId, savedOf } from './desk.ts';
import { reportHandlers } from './documents.ts';
import { evidenceHandlers } from './evidence.ts';
import { exchangeHandlers } from './exchange.ts';
import { findingHandlers } from './finding.ts';
import { findingListHandlers } from './finding-list.ts';
import { identityHandlers } from './identity.ts';
import { inspectionHandlers } from './inspection.ts';
import { instrumentHandlers } from './instrument.ts';
import { clockHandlers } from './instrument-clock.ts';
import { createIntake } from './intake.ts';
import { createJobs } from './jobs.ts';
import { keepStoredEvents } from './keep-events.ts';
import type { RecorderMethods } from './methods.ts';
import { applyPacks, packHandlers } from './packs.ts';
import { paperHandlers } from './paper-numbers.ts';
import { planHandlers } from './plan.ts';
import { preventionHandlers } from './prevention.ts';
import { readingBytesHandlers } from './reading-bytes.ts';
import { registerHandlers } from './register.ts';
import { rejudgeHandlers } from './rejudge.ts';
import { keysOfSecret, secretOf } from './secret.ts';
import { createSession, SEALED_AT } from './session.ts';
import { shiftBookHandlers } from './shift-book.ts';
import { signoffHandlers } from './signoff.ts';
import { siteHandlers } from './site.ts';
import { storedLogHandlers } from './stored-log.ts';
import { storedReadingHandlers } from './stored-readings.ts';
import { createUploads } from './upload.ts';
import { waitForOpening } from './wait-for-opening.ts';
import { withdrawalHandlers } from './withdrawal.ts';
import { zoneHandlers } from './zone.ts';

export interface RecorderOptions {
  readonly world: RecordWorld;
  readonly timers: Timers;
  /** scrypt's N, lower in tests. */
  readonly cost?: number;
}

export interface Recorder {
  /** Folds, seals and closes. */
  readonly close: () => Promise<void>;
  /** Lets go of the record as a killed process would: nothing is sealed or told. */
  readonly abandon: () => void;
}

/** How often it is looked whether readings can be folded and the log wants its seal. */
const BEAT_MS = 30_000;

/** Owns the record: everything that is saved goes through here. */
export function serveRecorder(wire: Wire, { world, timers, cost }: RecorderOptions): Recorder {
  const { clock, folder, random } = world;
  const newId = makeNewId(random);
  let opened: OpenedRecord | null = null;
  const derived = (use: 'spool' | 'work') => opened && deriveKey(opened.keys.databaseKey, use);

  const session = createSession({
    world,
    cost,
    onChange: (next) => {
      opened = next;
      applyPacks(next?.record ?? null);
      if (!next) uploads.drop();
      care.noteOpen(next !== null, next?.cutWrite);
      if (!next) dropLog();
      custody.tell('secret', { secret: next && secretOf(next.keys) });
      desk.tell('session', session.state());
      desk.tell('changed', {
        areas: ['session', 'inspection', 'instrument', 'exchange', 'alarm', 'assessment', 'area', 'rules'],
      });
    },
  });
  const intake = createIntake({
    opened: () => {
      const spoolKey = derived('spool');
      return opened && spoolKey && { record: opened.record, spoolKey };
    },
    clock,
    timers,
    keepEvents: (batch) => keepStoredEvents(desk, batch),
  });
  const tell: Desk['tell'] = (topic, news) => served.tell(topic, news);
  const jobs = createJobs(newId, () => clock.mono(), tell);
  const desk: Desk = {
    folder,
    clock,
    newId,
    tell,
    job: jobs.run,
    caughtUp: intake.caughtUp,
    need: () => {
      const record = session.record();
      return record ? ok(record) : fail({ code: 'locked' });
    },
    save: (draft, area) => {
      const record = session.record();
      if (!record) return fail({ code: 'locked' });
      const stored = record.append({ ...draft, author: record.identity.person });
      if (!stored.ok) return stored;
      tell('saved', session.noteSaved(stored.value.wall, stored.value.seq));
      tell('changed', { areas: [area] });
      return ok(savedOf(stored.value));
    },
    saveAll: (drafts, area) => {
      const record = session.record();
      if (!record) return fail({ code: 'locked' });
      const author = record.identity.person;
      const stored = record.appendAll(drafts.map((draft) => ({ ...draft, author })));
      if (!stored.ok) return stored;
      const notes = stored.value.map(({ wall, seq }) => session.noteSaved(wall, seq));
      const [note, last] = [notes.at(-1), stored.value.at(-1)];
      if (!note || !last) return ok(null);
      tell('saved', note);
      tell('changed', { areas: [area] });
      return ok(savedOf(last));
    },
  };
  const work = () => {
    const key = derived('work');
    return key ? ok({ files: nodeFiles, key, random }) : fail({ code: 'locked' as const });
  };
  const uploads = createUploads(desk, work);
  const { drop: dropLog, ...storedLogs } = storedLogHandlers(desk, uploads);

  const closeRecord = () => jobs.cancelAll(() => session.lock());
  const care = createCare({ desk, world, session, closeRecord });

  /** The screen says until where it is sealed: whoever shows it must hear. */
  const noteSealed = (record: EventRecord) => {
    record.stores.local.put(SEALED_AT, String(clock.wall()));
    tell('session', session.state());
    tell('changed', { areas: ['session', 'exchange'] });
  };
  const seal = (): Result<null> => {
    const record = session.record();
    const sealed = record ? record.seal() : ok(null);
    if (!sealed.ok) return sealed;
    if (record && sealed.value) noteSealed(record);
    return ok(null);
  };
  const beat = () => {
    cancelBeat = timers.after(BEAT_MS, beat);
    const record = session.record();
    if (!record) return;
    const folded = record.readings.fold();
    const due = folded.ok ? record.sealIfDue() : folded;
    if (!due.ok) return tell('trouble', due.fault);
    if (due.value) noteSealed(record);
    const tidied = record.tidy();
    if (!tidied.ok) return tell('trouble', tidied.fault);
    void care.ifDue();
  };
  let cancelBeat = timers.after(BEAT_MS, beat);

  let isGone = false;
  const close = async () => {
    if (isGone) return;
    isGone = true;
    cancelBeat();
    await jobs.cancelAll(() => {
      session.record()?.readings.fold({ all: true });
      seal();
      session.lock();
    });
  };

  const served: Served<typeof recorderPort.news> = servePort(
    recorderPort,
    wire,
    waitForOpening(session.settled, {
      ...session.handlers,
      'session/lock': async (ask) => jobs.cancelAll(() => session.handlers['session/lock'](ask)),
      ...identityHandlers(desk, session.state),
      ...inspectionHandlers(desk),
      ...planHandlers(desk),
      ...preventionHandlers(desk),
      ...completenessHandlers(desk),
      ...siteHandlers(desk),
      ...zoneHandlers(desk),
      ...answerHandlers(desk),
      ...articleHandlers(desk),
      ...companyHandlers(desk),
      ...rejudgeHandlers(desk),
      ...packHandlers(desk),
      ...evidenceHandlers(desk),
      ...findingHandlers(desk),
      ...areaHandlers(desk),
      ...shiftBookHandlers(),
      ...findingListHandlers(desk),
      ...assessmentHandlers(desk),
      ...signoffHandlers(desk, seal),
      ...alarmHandlers(desk),
      ...instrumentHandlers(desk),
      ...readingBytesHandlers(desk),
      ...registerHandlers(desk),
      ...clockHandlers(desk),
      ...storedLogs,
      ...storedReadingHandlers(desk),
      ...bundleHandlers(desk, work, uploads),
      ...uploads.handlers,
      ...exchangeHandlers(desk),
      ...reportHandlers(desk),
      ...withdrawalHandlers(desk),
      ...paperHandlers(desk),
      ...care.handlers,
      'job/cancel': ({ job }) => {
        jobs.cancel(job);
        return ok({});
      },
    } satisfies Parameters<typeof servePort<RecorderMethods, typeof recorderPort.news>>[2]),
  );
  servePort(intakePort, wire, intake.handlers);
  const custody: Served<typeof custodyPort.news> = servePort(custodyPort, wire, {
    'custody/resume': async ({ secret }) => {
      const keys = keysOfSecret(secret);
      if (!keys.ok) return keys;
      const resumed = await session.open({ by: 'keys', keys: keys.value });
      return resumed.ok ? ok({}) : resumed;
    },
    'custody/close': async () => {
      await close();
      return ok({});
    },
  });
  removeWorkFiles(path.join(folder, 'work'));
  const abandon = () => {
    isGone = true;
    cancelBeat();
    session.record()?.close();
  };
  return { close, abandon };
}

/** Uploads that a recorder before this one did not finish: nobody can send their rest. */
function removeWorkFiles(folder: string): void {
  const names = nodeFiles.list(folder);
  for (const name of names.ok ? names.value : []) nodeFiles.remove(path.join(folder, name));
}
