/** Markup that is safe to print. Only `html` makes it, so text from a record can never become markup by oversight. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in a template: text (escaped), markup, lists of both; null and false print nothing. */
export type Slot = string | number | Html | null | false | readonly Slot[];

/** Literal parts stand as written; every value is escaped for text and for double-quoted attributes alike. */
export function html(parts: TemplateStringsArray, ...slots: readonly Slot[]): Html {
  return new Html(parts.map((part, at) => part + (at < slots.length ? print(slots[at] ?? null) : '')).join(''));
}

function print(slot: Slot): string {
  if (slot === null || slot === false) return '';
  if (slot instanceof Html) return slot.markup;
  if (typeof slot === 'string' || typeof slot === 'number') return escapeText(String(slot));
  return slot.map(print).join('');
}

/**
 * Control characters, the marks that reverse the direction of writing and halves of characters are shown as �: on a
 * document that is read as evidence, nothing may change how other words look.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be printed
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

export const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .toWellFormed()
    .replace(UNPRINTABLE, '\ufffd')
    .replace(/[&<>"'`]/g, (mark) => ENTITIES[mark] ?? '');

/** Joins what is there; empty parts leave no separator behind. */
export const joined = (parts: readonly string[], separator: string): string =>
  parts.filter((part) => part !== '').join(separator);
