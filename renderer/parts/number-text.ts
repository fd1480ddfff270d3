/** What a key press or a paste makes of the digits typed so far. Full-width digits and marks count as their narrow ones. */
export function cleanNumber(text: string): string {
  const narrow = text
    .normalize('NFKC')
    .replace(/[。、]/g, '.')
    .replace(/[−–—]/g, '-')
    .replace(/[,\s]/g, '');
  const kept = narrow.replace(/[^\d.-]/g, '');
  const sign = kept.startsWith('-') ? '-' : '';
  const [whole = '', ...rest] = kept.replace(/-/g, '').split('.');
  return `${sign}${whole}${rest.length > 0 ? `.${rest.join('')}` : ''}`;
}

/** One key of the pad: a digit, a point, `erase` or `minus`. */
export function pressKey(text: string, key: string): string {
  if (key === 'erase') return text.slice(0, -1);
  if (key === 'minus') return text.startsWith('-') ? text.slice(1) : `-${text}`;
  if (key === '.' && text.includes('.')) return text;
  if (key === '.' && /^-?$/.test(text)) return `${text}0.`;
  return cleanNumber(`${text}${key}`).slice(0, 14);
}

/** A finished number as an exact decimal, or null while it is none. `30.` counts as 30. */
export function decimalOf(text: string): string | null {
  const whole = cleanNumber(text)
    .replace(/\.$/, '')
    .replace(/^(-?)\./, '$10.');
  return /^-?\d+(\.\d+)?$/.test(whole) ? whole.replace(/^(-?)0+(?=\d)/, '$1') : null;
}

export type NumberTrouble = 'bad' | 'negative' | 'percent' | null;

/** Why a typed number cannot stand; empty is no trouble, it is only not yet answered. */
export function numberTrouble(text: string, unit: string, negativeAllowed = false): NumberTrouble {
  if (text.trim() === '') return null;
  const value = decimalOf(text);
  if (value === null) return 'bad';
  if (!negativeAllowed && value.startsWith('-')) return 'negative';
  return unit === '%' && Number(value) > 100 ? 'percent' : null;
}
