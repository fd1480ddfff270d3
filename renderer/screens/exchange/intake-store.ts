import type { Reply } from '../../../electron/ports/define-port.ts';
import type { ImportResult } from '../../../electron/ports/exchange-models.ts';
import type { recorderPort } from '../../../electron/ports/recorder-port.ts';
import type { Fault } from '../../../vocabulary/fault.ts';
import type { Ports } from '../../ports/connect.ts';
import { type FileLike, sendFile } from '../../ports/files.ts';

export type VerifyResult = Reply<(typeof recorderPort)['methods'], 'bundle/verify'>;

/** What came of one file. `fault`: it did not even reach the recorder's judgement. */
export type Taken = { readonly id: number; readonly file: string; readonly at: number } & (
  | { readonly kind: 'import'; readonly result: ImportResult }
  | { readonly kind: 'verify'; readonly result: VerifyResult }
  | { readonly kind: 'fault'; readonly fault: Fault }
);

export interface IntakeState {
  readonly running: { readonly file: string; readonly sent: number; readonly size: number } | null;
  readonly waiting: number;
  /** Newest first. */
  readonly taken: readonly Taken[];
}

export interface IntakeStore {
  readonly get: () => IntakeState;
  readonly listen: (ear: () => void) => () => void;
  readonly take: (files: readonly FileLike[], kind: 'import' | 'verify') => Promise<void>;
}

/** One file after the other; it goes on when the screen is left, and its results stay until the app is closed. */
export function startIntake(ports: Ports, now: () => number): IntakeStore {
  let state: IntakeState = { running: null, waiting: 0, taken: [] };
  let line: Promise<void> = Promise.resolve();
  const ears = new Set<() => void>();
  const become = (part: Partial<IntakeState>) => {
    state = { ...state, ...part };
    for (const ear of [...ears]) ear();
  };
  const judge = async (file: FileLike, kind: 'import' | 'verify'): Promise<Taken> => {
    const base = { id: state.taken.length + 1, file: file.name, at: now() };
    const sent = await sendFile(ports, file, (bytes) =>
      become({ running: { file: file.name, sent: bytes, size: file.size } }),
    );
    if (!sent.ok) return { ...base, kind: 'fault', fault: sent.fault };
    const upload = { upload: sent.value };
    if (kind === 'import') {
      const done = await ports.recorder.ask('bundle/import', upload);
      return done.ok ? { ...base, kind, result: done.value } : { ...base, kind: 'fault', fault: done.fault };
    }
    const done = await ports.recorder.ask('bundle/verify', upload);
    return done.ok ? { ...base, kind, result: done.value } : { ...base, kind: 'fault', fault: done.fault };
  };
  const takeOne = async (file: FileLike, kind: 'import' | 'verify') => {
    become({ running: { file: file.name, sent: 0, size: file.size }, waiting: state.waiting - 1 });
    const taken = await judge(file, kind);
    become({ running: null, taken: [taken, ...state.taken] });
  };
  return {
    get: () => state,
    listen: (ear) => {
      ears.add(ear);
      return () => ears.delete(ear);
    },
    take: (files, kind) => {
      become({ waiting: state.waiting + files.length });
      for (const file of files) line = line.then(() => takeOne(file, kind));
      return line;
    },
  };
}

const stores = new WeakMap<Ports, IntakeStore>();

/** The intake of these ports; made once. */
export function intakeOf(ports: Ports, now: () => number): IntakeStore {
  const known = stores.get(ports) ?? startIntake(ports, now);
  stores.set(ports, known);
  return known;
}
