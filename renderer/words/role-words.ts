import type { SpokenWords } from './words.ts';

const roles = ['inspector', 'lead', 'province'] as const;

/** A role in words; one that is not known yet stands as it was written. */
export function roleWords(t: SpokenWords['t'], role: string | null): string {
  const known = roles.find((one) => one === role);
  return known ? t(`roles.${known}`) : (role ?? '');
}
