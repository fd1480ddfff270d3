/** Lower-case hex without spaces, as raw captures and result lines carry it. */
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Bytes of `01 03 0A` or `01030a`; null where the text is not whole pairs of hex digits. */
export function fromHex(text: string): Uint8Array | null {
  const digits = text.replace(/\s+/g, '');
  if (digits.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(digits)) return null;
  return new Uint8Array(Buffer.from(digits, 'hex'));
}
