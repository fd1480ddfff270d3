import type { Driver, Link } from '../../../drivers/driver.ts';
import { type AskStep, askSteps, createAnswer, QUIET_MS, recognisedBy } from '../../../drivers/find/asking.ts';
import { createEar, LISTEN_MS, usualLinks } from '../../../drivers/find/listening.ts';
import type { Recognised } from '../../../drivers/find/recognised.ts';
import { encodeRequest, type SlaveAddress } from '../../../drivers/requests/allowed-request.ts';
import type { OpenTransport, Timers } from '../../../drivers/session/create-session.ts';
import type { Fault } from '../../../vocabulary/fault.ts';
import type { EntityId } from '../../../vocabulary/ids.ts';
import type { Clock } from '../../../vocabulary/time.ts';
import type { FindState } from '../../ports/find-models.ts';
import { lostFault, type OpenLine, openLine } from './open-line.ts';

export interface FinderParts {
  readonly find: EntityId;
  readonly path: string;
  readonly open: OpenTransport;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly drivers: readonly Driver[];
  /** Recognised when they speak, but not offered. */
  readonly withheld: readonly Driver[];
  readonly tell: (state: FindState) => void;
}

type Phase = FindState['phase'];
type Tried = FindState['tried'][number];
/** How a piece of work on the line ended; null: nothing decided, go on. */
type Outcome = { readonly phase: Phase; readonly found?: Recognised; readonly fault?: Fault } | null;

/** Longer ago, the plug may have been changed: the line is listened to again before anything is asked. */
const QUIET_LASTS_MS = 60_000;

/** Finding goes on while one of these holds. */
const isSearching = ({ phase }: Pick<FindState, 'phase'>): boolean => phase === 'listening' || phase === 'asking';

/**
 * The search on one port: listens at every usual speed without sending a byte; asks only when told to, and only on a
 * line that nothing spoke on. One line open at a time, one question at a time.
 */
export class Finder {
  readonly #parts: FinderParts;
  #state: FindState;
  #line: OpenLine | null = null;
  #isCancelled = false;
  /** When the line was last known to be silent but for answers. */
  #quietAt: number | null = null;

  constructor(parts: FinderParts) {
    this.#parts = parts;
    const nothing = { baud: null, driver: null, step: 0, steps: 0, bytes: 0, found: null, tried: [], fault: null };
    this.#state = { find: parts.find, path: parts.path, phase: 'listening', ...nothing };
  }

  get state(): FindState {
    return this.#state;
  }

  /** Whether nothing spoke on this line a short while ago. */
  get isKnownQuiet(): boolean {
    return this.#quietAt !== null && this.#parts.clock.mono() - this.#quietAt <= QUIET_LASTS_MS;
  }

  /** Listens at each speed until something is understood. */
  async listen(): Promise<void> {
    const { drivers, withheld } = this.#parts;
    const links = usualLinks([...drivers, ...withheld]);
    this.#become({ phase: 'listening', steps: links.length });
    for (const [index, link] of links.entries()) {
      this.#become({ step: index + 1, baud: link.baudRate });
      const outcome = await this.#onLine(link, (line) => this.#hearSpeakers(line, link));
      if (outcome) return this.#end(outcome);
    }
    this.#end({ phase: this.#state.bytes > 0 ? 'speaks' : 'silent' });
  }

  /** One harmless read after another until one is answered. Only after `listen` has found the line silent. */
  async ask(drivers: readonly Driver[], slave: SlaveAddress | null): Promise<void> {
    const steps = drivers.flatMap((driver) => askSteps(driver, slave, drivers.length === 1));
    this.#become({ phase: 'asking', steps: steps.length, tried: [] });
    let quietMs = this.isKnownQuiet ? QUIET_MS : LISTEN_MS;
    for (const [index, step] of steps.entries()) {
      this.#become({ step: index + 1, baud: step.link.baudRate, driver: step.driver.id });
      const outcome = await this.#onLine(step.link, (line) => this.#askStep(line, step, quietMs));
      quietMs = QUIET_MS;
      if (outcome) return this.#end(outcome);
    }
    this.#end({ phase: 'notFound' });
  }

  /** Ends the search; the port is free when the promise is kept. */
  async cancel(): Promise<void> {
    this.#isCancelled = true;
    if (isSearching(this.#state)) this.#end({ phase: 'cancelled' });
    const line = this.#line;
    line?.interrupt();
    await line?.close();
  }

  async #onLine(link: Link, work: (line: OpenLine) => Promise<Outcome>): Promise<Outcome> {
    if (this.#isCancelled) return { phase: 'cancelled' };
    const opened = await openLine(this.#parts.open, link, this.#parts.timers);
    if (!opened.ok) return { phase: 'failed', fault: opened.fault };
    this.#line = opened.value;
    try {
      const outcome = this.#isCancelled ? null : await work(opened.value);
      return this.#isCancelled ? { phase: 'cancelled' } : outcome;
    } catch (error) {
      return {
        phase: 'failed',
        fault: { code: 'bug', detail: error instanceof Error ? error.message : String(error) },
      };
    } finally {
      this.#line = null;
      await opened.value.close();
    }
  }

  async #hearSpeakers(line: OpenLine, link: Link): Promise<Outcome> {
    const { path, drivers, withheld } = this.#parts;
    const ear = createEar([...drivers, ...withheld], link);
    const ending = await line.listen(LISTEN_MS, (bytes) => {
      ear.hear(bytes);
      return ear.recognised !== null;
    });
    if (ear.recognised) return this.#recognise(ear.recognised);
    this.#become({ bytes: this.#state.bytes + ear.bytes });
    return ending.kind === 'lost' ? { phase: 'failed', fault: lostFault(path, ending.cause) } : null;
  }

  #recognise(found: Recognised): Outcome {
    const isWithheld = this.#parts.withheld.some(({ id }) => id === found.driver);
    return { phase: isWithheld ? 'withheld' : 'recognised', found };
  }

  /** Quiet first, then the recognising question, then the ones that tell more. */
  async #askStep(line: OpenLine, step: AskStep, quietMs: number): Promise<Outcome> {
    const answers: Parameters<typeof recognisedBy>[1][number][] = [];
    for (const exchange of step.exchanges) {
      const unasked = await this.#unaskedBytes(line, answers.length === 0 ? quietMs : QUIET_MS);
      if (typeof unasked !== 'number') return unasked;
      if (this.#isCancelled) return null;
      if (unasked > 0) {
        // Heard before any question of this step: it speaks by itself. Later it is only a lingering answer.
        if (answers.length === 0) return this.#speaks(unasked);
        break;
      }
      const answer = createAnswer(step, exchange);
      line.write(encodeRequest(exchange.request));
      const ending = await line.listen(step.timeoutMs, (bytes) => {
        answer.hear(bytes);
        return answer.frame !== null;
      });
      if (ending.kind === 'lost') return { phase: 'failed', fault: lostFault(this.#parts.path, ending.cause) };
      if (answer.frame === null && answers.length === 0) return this.#unanswered(line, step, answer);
      if (answer.frame !== null) answers.push(answer.frame);
    }
    return this.#recognise(recognisedBy(step, answers));
  }

  /** Waits out a late answer, so that it answers nothing else, and notes what came instead. */
  async #unanswered(
    line: OpenLine,
    step: AskStep,
    answer: { readonly bytes: number; readonly isOther: boolean },
  ): Promise<Outcome> {
    const late = await this.#unaskedBytes(line, step.timeoutMs);
    if (typeof late !== 'number') return late;
    const outcome: Tried['outcome'] = answer.isOther ? 'other' : answer.bytes + late > 0 ? 'garbage' : 'no_answer';
    const tried = { driver: step.driver.id, baud: step.link.baudRate, outcome };
    this.#become({ tried: [...this.#state.tried, tried] });
    return null;
  }

  async #unaskedBytes(line: OpenLine, ms: number): Promise<number | Outcome> {
    let bytes = 0;
    const ending = await line.listen(ms, (slice) => {
      bytes += slice.length;
      return false;
    });
    return ending.kind === 'lost' ? { phase: 'failed', fault: lostFault(this.#parts.path, ending.cause) } : bytes;
  }

  #speaks(bytes: number): Outcome {
    this.#become({ bytes: this.#state.bytes + bytes });
    return { phase: 'speaks' };
  }

  #end({ phase, found, fault }: NonNullable<Outcome>): void {
    const at = phase === 'recognised' || phase === 'withheld' ? {} : { driver: null };
    const isSilent = phase === 'silent' || phase === 'notFound' || this.#state.phase === 'asking';
    this.#quietAt = isSilent && phase !== 'speaks' && phase !== 'failed' ? this.#parts.clock.mono() : null;
    this.#become({ phase, ...at, found: found ?? null, fault: fault ?? null });
  }

  #become(change: Partial<FindState>): void {
    if (this.#state.phase === 'cancelled') return; // its last word
    this.#state = { ...this.#state, ...change };
    this.#parts.tell(this.#state);
  }
}
