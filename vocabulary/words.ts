/** One meaning in the two languages of the product. */
export type Words = { readonly zh: string; readonly en: string };

export type Language = keyof Words;

/** Fills `{slot}` marks with values; a slot without a value stays visible, so that it is noticed. */
export function fillSlots(sentence: string, slots: Readonly<Record<string, unknown>>): string {
  return sentence.replace(/\{(\w+)\}/g, (mark, name: string) => {
    const value = slots[name];
    return value === undefined || value === null ? mark : String(value);
  });
}
