/** Which fact an amount was read from, so that the workings can name it. An amount that was computed has none. */
const origins = new WeakMap<object, string>();

export function noteOrigin(value: unknown, key: string): void {
  if (typeof value === 'object' && value !== null) origins.set(value, key);
}

export const originOf = (value: object): string | null => origins.get(value) ?? null;
