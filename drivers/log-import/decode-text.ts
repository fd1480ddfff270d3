import { fail, ok, type Result } from '../../vocabulary/result.ts';

const MARKS = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;

/** Null where the bytes are not of this encoding. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** By the byte-order mark, else strict UTF-8, else GB18030, else refused: never a guess that takes any bytes. */
export function decodeText(bytes: Uint8Array): Result<{ readonly text: string; readonly encoding: string }> {
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  for (const encoding of marked ? [marked.encoding] : ['utf-8', 'gb18030']) {
    const text = decoded(bytes, encoding);
    if (text !== null && !text.includes('\0')) return ok({ text, encoding });
  }
  return fail({ code: 'log_not_text' });
}
