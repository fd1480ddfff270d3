import type { EventDraft, EventRecord, StoredEvent } from '../../db/record.ts';
import { type EntityId, type EventId, entityId } from '../../vocabulary/ids.ts';
import type { Result } from '../../vocabulary/result.ts';
import { BEIJING_OFFSET_MS, type Clock, type EpochMs } from '../../vocabulary/time.ts';
import type { recorderPort } from '../ports/recorder-port.ts';
import type { Served } from '../ports/serve-port.ts';

/** What one area of the record asks of the screens: to ask again. */
type Area = 'inspection' | 'exchange' | 'instrument' | 'session' | 'alarm' | 'assessment' | 'area' | 'rules';

export interface Saved {
  readonly event: EventId;
  readonly seq: number;
  readonly savedAt: EpochMs;
}

/** What every area of methods works with: the open record, the news, and a way to save under this person's name. */
export interface Desk {
  readonly folder: string;
  readonly clock: Clock;
  /** The open record; while it is locked, the fault that says so. */
  readonly need: () => Result<EventRecord>;
  readonly newId: () => EntityId;
  readonly tell: Served<typeof recorderPort.news>['tell'];
  /** Records one event under this person's name and tells the screens. */
  readonly save: (draft: Omit<EventDraft, 'author'>, area: Area) => Result<Saved>;
  /** Records several events at once, all or none; what was saved last, null where there was nothing to save. */
  readonly saveAll: (drafts: readonly Omit<EventDraft, 'author'>[], area: Area) => Result<Saved | null>;
  /** Waits for what the detectors measured until now. */
  readonly caughtUp: () => Promise<void>;
  /** Long work under a number: progress as news, cancelled by the screen. */
  readonly job: <T>(kind: JobKind, work: (job: Job) => Promise<Result<T>>) => Promise<Result<T>>;
}

export type JobKind = 'export' | 'import' | 'rebuild' | 'verify' | 'log' | 'backup' | 'check' | 'restore';

export interface Job {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

export const makeNewId = (random: (bytes: number) => Uint8Array) => (): EntityId =>
  entityId.parse(Buffer.from(random(16)).toString('hex'));

const DAY_MS = 24 * 60 * 60 * 1000;

/** The beginning of the day in Beijing. */
export const startOfDay = (wall: EpochMs): number =>
  Math.floor((wall + BEIJING_OFFSET_MS) / DAY_MS) * DAY_MS - BEIJING_OFFSET_MS;

export const savedOf = ({ id, seq, wall }: StoredEvent): Saved => ({ event: id, seq, savedAt: wall });
