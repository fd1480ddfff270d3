const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;
const MAX_DEPTH = 32;

/** Integers of up to 15 digits print as they stand; every other number is for the slow way. */
const plainInteger = /(?:0|-?[1-9][0-9]{0,14})(?![0-9.eE+-])/y;
const words: readonly string[] = ['true', 'false', 'null'];

/** Where a string without escapes ends, given the place of its first quote; −1 where only the slow way can tell. */
function endOfString(text: string, from: number): number {
  if (text.charCodeAt(from) !== QUOTE) return -1;
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH || code < SPACE || (code >= FIRST_SURROGATE && code <= LAST_SURROGATE)) return -1;
  }
  return -1;
}

type Visit = (key: string, from: number, to: number) => void;

function endOfObject(text: string, from: number, depth: number, visit?: Visit): number {
  let at = from + 1;
  if (text[at] === '}') return at + 1;
  for (let last = ''; ; at += 1) {
    const keyEnd = endOfString(text, at);
    if (keyEnd < 0 || text[keyEnd] !== ':') return -1;
    const key = text.slice(at + 1, keyEnd - 1);
    if (key <= last && at > from + 1) return -1;
    last = key;
    at = endOfValue(text, keyEnd + 1, depth);
    if (at < 0) return -1;
    visit?.(key, keyEnd + 1, at);
    if (text[at] === '}') return at + 1;
    if (text[at] !== ',') return -1;
  }
}

function endOfArray(text: string, from: number, depth: number): number {
  let at = from + 1;
  if (text[at] === ']') return at + 1;
  for (; ; at += 1) {
    at = endOfValue(text, at, depth);
    if (at < 0) return -1;
    if (text[at] === ']') return at + 1;
    if (text[at] !== ',') return -1;
  }
}

function endOfValue(text: string, at: number, depth: number): number {
  if (depth > MAX_DEPTH) return -1;
  const first = text[at];
  if (first === '"') return endOfString(text, at);
  if (first === '{') return endOfObject(text, at, depth + 1);
  if (first === '[') return endOfArray(text, at, depth + 1);
  const word = words.find((one) => text.startsWith(one, at));
  if (word) return at + word.length;
  plainInteger.lastIndex = at;
  return plainInteger.test(text) ? plainInteger.lastIndex : -1;
}

/**
 * The text of a member of an object whose line is seen at one glance to be canonical JSON: keys in order, nothing that needs an escape, short
 * integers. Null says nothing: `parseCanonical` decides then. Several times as fast as parsing a line and printing it again.
 */
export function plainMember(text: string, wanted: string): string | null {
  if (text[0] !== '{') return null;
  let found: string | null = null;
  const end = endOfObject(text, 0, 0, (key, from, to) => {
    if (key === wanted) found = text.slice(from, to);
  });
  return end === text.length ? found : null;
}
