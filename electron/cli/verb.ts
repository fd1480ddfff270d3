import type { Result } from '../../vocabulary/result.ts';
import type { Language, Words } from '../../vocabulary/words.ts';

/** What a verb may do with the outside besides its own files and ports. */
export interface CliIo {
  /** One JSON line on standard output. */
  out(line: unknown): void;
  /** A sentence for people on standard error, in the chosen language. */
  say(words: Words): void;
  /** Progress on standard error. */
  progress(text: string): void;
  readonly language: Language;
  readonly env: NodeJS.ProcessEnv;
}

/** One command. The number is the exit code 0 or 1; a fault ends with 2 unless the frame says otherwise. */
export interface Verb {
  readonly name: string;
  readonly usage: Words;
  run(argv: readonly string[], io: CliIo): Promise<Result<number>>;
}
