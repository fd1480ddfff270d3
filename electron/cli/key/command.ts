import type { Result } from '../../../vocabulary/result.ts';
import type { CliIo } from '../verb.ts';

/** What a `key` command answers: the file it made or took, and the fingerprint of the key it was about. */
export interface KeyAnswer {
  readonly file: string;
  readonly fingerprint: string;
  readonly [more: string]: unknown;
}

export type KeyCommand = (argv: readonly string[], io: CliIo) => Promise<Result<KeyAnswer>>;
