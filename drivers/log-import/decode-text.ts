import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { part, type Steps } from './steps.ts';

const MARKS = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;
const BYTES_PER_STEP = 64 * 1024;

/** Null where the bytes are not of this encoding. */
function* decoded(bytes: Uint8Array, encoding: string): Steps<string | null> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let text = '';
  try {
    for (let at = 0; at < bytes.length; at += BYTES_PER_STEP) {
      text += decoder.decode(bytes.subarray(at, at + BYTES_PER_STEP), { stream: true });
      yield at / bytes.length;
    }
    return text + decoder.decode();
  } catch {
    return null;
  }
}

/** By the byte-order mark, else strict UTF-8, else GB18030, else refused: never a guess that takes any bytes. */
export function* decodeText(bytes: Uint8Array): Steps<Result<{ readonly text: string; readonly encoding: string }>> {
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  for (const [nth, encoding] of (marked ? [marked.encoding] : ['utf-8', 'gb18030']).entries()) {
    const text = yield* part(decoded(bytes, encoding), nth / 2, (nth + 1) / 2);
    if (text !== null && !text.includes('\0')) return ok({ text, encoding });
  }
  return fail({ code: 'log_not_text' });
}
