import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { type ByteSource, slicesOf } from '../files/byte-source.ts';

const LF = 0x0a;

/** The lines of a file without their LF, in bounded memory. Faults: bundle_malformed (too long, or no LF at the end), and the source's. */
export function* readLines(source: ByteSource, file: string, maxBytes: number): Generator<Result<Uint8Array>> {
  const malformed = (detail: string) => fail({ code: 'bundle_malformed', file, detail } as const);
  let rest: Uint8Array = new Uint8Array(0);
  for (const slice of slicesOf(source)) {
    if (!slice.ok) return yield slice;
    const bytes = rest.length === 0 ? slice.value : Buffer.concat([rest, slice.value]);
    let start = 0;
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, start)) {
      if (end - start > maxBytes) return yield malformed('line too long');
      yield ok(bytes.subarray(start, end));
      start = end + 1;
    }
    rest = bytes.subarray(start);
    if (rest.length > maxBytes) return yield malformed('line too long');
  }
  if (rest.length > 0) yield malformed('no line end');
}
