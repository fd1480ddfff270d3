import { captureLineOf, headerLine } from '../../../drivers/capture/capture-line.ts';
import { resultLine } from '../../../drivers/capture/result-line.ts';
import type { SessionItem } from '../../../drivers/session/session-item.ts';
import { type LineFile, openLineFile } from '../../../drivers/transports/line-file.ts';
import type { Fault } from '../../../vocabulary/fault.ts';
import { ok, type Result } from '../../../vocabulary/result.ts';
import type { ListenTask } from './listen-task.ts';

/**
 * Writes a session's items as they come: result lines, and the raw capture where one is asked. Takes items from the
 * start on, but touches the files only when the port has been opened. The first file fault ends the writing.
 */
export class ItemWriter {
  readonly counts = { reading: 0, event: 0, gap: 0, stale: 0, fault: 0 };
  readonly #task: ListenTask;
  readonly #waiting: SessionItem[] = [];
  #out: LineFile | null = null;
  #raw: LineFile | null = null;
  #fault: Fault | null = null;
  #tell = () => {};

  constructor(task: ListenTask) {
    this.#task = task;
  }

  get fault(): Fault | null {
    return this.#fault;
  }

  /** Calls back once when a file takes no more. */
  onFault(call: () => void): void {
    this.#tell = call;
    if (this.#fault !== null) call();
  }

  take(item: SessionItem): void {
    if (this.#out === null) this.#waiting.push(item);
    else if (this.#fault === null) this.#write(item, this.#out);
  }

  openFiles(): Result<void> {
    const { out, raw, driver, prepared } = this.#task;
    const opened = openLineFile(out);
    if (!opened.ok) return opened;
    this.#out = opened.value;
    const openedRaw = raw === null ? null : openLineFile(raw);
    if (openedRaw && !openedRaw.ok) return openedRaw;
    this.#raw = openedRaw?.value ?? null;
    if (this.#raw) this.#note(this.#raw.append(headerLine(driver, prepared)));
    for (const item of this.#waiting.splice(0)) this.#write(item, opened.value);
    return ok(undefined);
  }

  close(): void {
    this.#out?.close();
    this.#raw?.close();
  }

  #write(item: SessionItem, out: LineFile): void {
    const captured = captureLineOf(item);
    if (captured !== null && this.#raw) this.#note(this.#raw.append(captured));
    const line = resultLine(item);
    if (line === null) return;
    this.counts[line.type] += 1;
    this.#note(out.append(line));
  }

  #note(result: Result<void>): void {
    if (result.ok || this.#fault !== null) return;
    this.#fault = result.fault;
    this.#tell();
  }
}
