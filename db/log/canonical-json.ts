import canonicalize from 'canonicalize';

/**
 * Canonical JSON (JCS, RFC 8785). Objects whose keys stand in order, or can be put so, take `JSON.stringify`, which prints numbers
 * and strings as RFC 8785 asks and is several times as fast as a canonicalizer.
 */
export function canonicalJson(value: unknown): string {
  if (keysAreSorted(value)) return printed(JSON.stringify(value));
  const sorted = sortKeys(value);
  // Integer-like keys enumerate first wherever they are put, and what is absent or no number is the canonicalizer's to judge.
  return printed(keysAreSorted(sorted) && isPlain(sorted) ? JSON.stringify(sorted) : canonicalize(value));
}

function printed(text: string | undefined): string {
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const sorted: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) sorted[key] = sortKeys(inner);
  return sorted;
}

/** Whether it is made of nothing but what JSON knows: no number that is none, no own way of printing, no lone surrogate. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return typeof value === 'boolean' || value === null;
  if (Array.isArray(value)) return value.every(isPlain);
  return !('toJSON' in value) && Object.entries(value).every(([key, inner]) => key.isWellFormed() && isPlain(inner));
}

/** The value of a line that is the JCS of its own parse, else null. Integer-like keys fall through to the slow test. */
export function parseCanonical(line: string): { readonly value: unknown } | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
    // `JSON.stringify` prints a lone surrogate as an escape, and nothing else so.
    if (line.includes('\\ud') && !isWellFormedText(value)) return null;
    if (keysAreSorted(value) ? JSON.stringify(value) === line : canonicalize(value) === line) return { value };
  } catch {
    return null; // not JSON, or a lone surrogate, which has no canonical form
  }
  return null;
}

/** Whether every object inside enumerates its keys in UTF-16 order (integer-like keys enumerate first, so they count). */
export function keysAreSorted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(keysAreSorted);
  let last: string | null = null;
  for (const [key, inner] of Object.entries(value)) {
    if (last !== null && key <= last) return false;
    if (inner === undefined || !keysAreSorted(inner)) return false;
    last = key;
  }
  return true;
}

const BEYOND_LATIN = /[\u0100-\uffff]/;
/** Latin-1 text is in normal form C as it stands. */
const normalForm = (text: string): string => (BEYOND_LATIN.test(text) ? text.normalize('NFC') : text);

/** Every text inside in Unicode normal form C, keys in order; what a person typed on two keyboards must hash the same. */
export function normalizeText(value: unknown): unknown {
  if (typeof value === 'string') return normalForm(value);
  if (Array.isArray(value)) return value.map(normalizeText);
  if (typeof value !== 'object' || value === null) return value;
  const entries: [string, unknown][] = [];
  let isSorted = true;
  let last = '';
  for (const [name, inner] of Object.entries(value)) {
    if (inner === undefined) continue;
    const key = normalForm(name);
    isSorted &&= entries.length === 0 || key > last;
    last = key;
    entries.push([key, normalizeText(inner)]);
  }
  return Object.fromEntries(isSorted ? entries : entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether every text inside is well-formed Unicode: a lone surrogate has no UTF-8 bytes to hash. */
export function isWellFormedText(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (Array.isArray(value)) return value.every(isWellFormedText);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => key.isWellFormed() && isWellFormedText(inner));
}
