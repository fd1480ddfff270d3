// What a frame carries, written a second time from the protocol pages alone: the number it states as a measurement, with the
// settings of `probes.ts`, or null where it states none. Nothing of the drivers is used here.

export type Oracle = (frame: Uint8Array) => number | null;

const viewOf = (frame: Uint8Array) => new DataView(frame.buffer, frame.byteOffset, frame.length);
const textOf = (frame: Uint8Array) => String.fromCharCode(...frame);
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Register `index` of a Modbus answer with so many of them; null where it is another answer. */
function registersOf(frame: Uint8Array, code: 3 | 4, count: number): ((index: number) => number) | null {
  if (frame[0] !== 1 || frame[1] !== code || frame[2] !== count * 2 || frame.length !== count * 2 + 5) return null;
  return (index) => (frame[3 + index * 2] ?? 0) * 256 + (frame[4 + index * 2] ?? 0);
}
const signed = (word: number) => (word > 0x7fff ? word - 0x1_0000 : word);
const floatOf = (high: number, low: number) => {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, high * 0x1_0000 + low);
  return view.getFloat32(0);
};
const asciiOf = (at: (index: number) => number, from: number, words: number) =>
  Array.from({ length: words }, (_, index) => at(from + index))
    .map((word) => String.fromCharCode(Math.floor(word / 256), word % 256))
    .join('')
    .replaceAll('\0', ' ')
    .trim();

/** p1: 40101 to 40105, or without the status word to 40104; gas CH4: codes 2, 6 and 7 are other gases. */
const itrans: Oracle = (frame) => {
  const withStatus = registersOf(frame, 3, 5);
  const at = withStatus ?? registersOf(frame, 3, 4);
  if (at?.(3) !== 1 || ((withStatus?.(4) ?? 0) & 0x3ffc) !== 0) return null;
  const decimals = Math.floor(at(2) / 256);
  if ([2, 6, 7].includes(at(2) % 256) || decimals > 9) return null;
  return signed(at(1)) / 10 ** decimals;
};

/** p2: sign, three digits, point, two digits; any error code is a fault. */
const laser: Oracle = (frame) => {
  const text = textOf(frame);
  return text.slice(37, 39) === '00' ? Number(text.slice(1, 8)) : null;
};

/** p3: a bare count times 1 up to 65 535; or carbon monoxide with its own decimals and full range. */
const winsen: Oracle = (frame) => {
  const word = (at: number) => (frame[at] ?? 0) * 256 + (frame[at + 1] ?? 0);
  if (frame[1] === 0x86) return word(2);
  if (frame[1] !== 0x04 || frame[2] !== 0x03 || word(4) > word(6)) return null;
  return word(4) / 10 ** (frame[3] ?? 0);
};

/** p4: doubled bytes undone, then version, status and float; full scale 5. */
const dynament: Oracle = (frame) => {
  if (frame[1] !== 0x1a) return null;
  const body: number[] = [];
  for (let at = 2; at < frame.length; at += 1) {
    if (frame[at] === 0x10 && frame[at + 1] === 0x1f) break;
    if (frame[at] === 0x10) at += 1;
    body.push(frame[at] ?? 0);
  }
  if (body.length !== 9 || body[0] !== 8) return null;
  const view = new DataView(Uint8Array.from(body.slice(1)).buffer);
  const value = view.getFloat32(4, true);
  return view.getUint16(2, true) === 0 && value >= -1 && value <= 5 ? value : null;
};

/** p5: current, mode, errors; per cent of full scale. */
const ir400: Oracle = (frame) => {
  const at = registersOf(frame, 3, 3);
  if (!at || (at(2) & 0xfffc) !== 0 || at(1) !== 1) return null;
  const milliamp = (at(0) * 21.7) / 65_535;
  return milliamp < 3.95 || milliamp > 20.5 ? null : ((milliamp - 4) / 16) * 100;
};

/** p7: cycle, concentration, gas. */
const mps: Oracle = (frame) => {
  if (frame.length !== 34 || frame[0] !== 0x01 || frame[1] !== 0) return null;
  const view = viewOf(frame);
  const value = view.getFloat32(10, true);
  const isKnown = [0, 1, 2, 3, 4, 5, 6, 253].includes(view.getUint32(14, true));
  return isKnown && view.getUint32(6, true) > 0 && value > -100 ? finite(value) : null;
};

/** p8: count, status, hundredths. */
const cubic: Oracle = (frame) => {
  if (frame.length !== 8 || frame[0] !== 0x16 || frame[1] !== 5 || frame[2] !== 0x01) return null;
  return ((frame[5] ?? 0) & 0xdf) === 0 ? ((frame[3] ?? 0) * 256 + (frame[4] ?? 0)) / 100 : null;
};

const fgd10: Oracle = (frame) => {
  const at = registersOf(frame, 3, 2);
  const value = at && at(1) === 0 ? signed(at(0)) / 10 : null;
  return value !== null && value >= -10 && value <= 100 ? value : null;
};
const sen07xx: Oracle = (frame) => {
  const at = registersOf(frame, 4, 12);
  if (at?.(1) !== 0x3343 || at(7) % 2 === 0 || ![1, 3, 4, 5].includes(at(8) % 256)) return null;
  const decimals = at(11) % 256;
  return decimals > 9 ? null : (at(10) * 0x1_0000 + at(9)) / 10 ** decimals;
};
const rki: Oracle = (frame) => {
  const at = registersOf(frame, 3, 14);
  if (!at || Math.floor(at(0) / 256) !== 2 || at(0) % 4 !== 2) return null;
  const isKnown =
    ['CH4', 'CO', 'O2', 'H2S', 'CO2'].includes(asciiOf(at, 5, 4)) &&
    ['%LEL', '%VOL', 'PPM', 'ppm'].includes(asciiOf(at, 12, 2));
  return isKnown ? finite(floatOf(at(1), at(2))) : null;
};
const jxbs: Oracle = (frame) => {
  const at = registersOf(frame, 3, 1);
  return at && at(0) !== 0xffff && at(0) <= 20_000 ? at(0) / 10 : null;
};

/** By driver. The OI-7032 needs four answers for one reading: a single frame of it carries none. */
export const oracles: Readonly<Record<string, Oracle>> = {
  itrans,
  mhz9041a: laser,
  winsen,
  dynament,
  ir400,
  mps,
  'cubic-sjh': cubic,
  'profile:fgd10a-m': fgd10,
  'profile:sen07xx': sen07xx,
  'profile:rki-digester-ch1': rki,
  'profile:jxbs-3001-co': jxbs,
  'profile:oi-7032-ch6': () => null,
};

/** The tolerance of the reference: 1e-5 relative, and the live value of p5 is rounded to 0.01. */
export const isSameNumber = (driver: string, one: number, other: number): boolean =>
  Math.abs(one - other) <= (driver === 'ir400' ? 0.0101 : 1e-5 * Math.max(1, Math.abs(other)));
