import type { ByteField } from '../../vocabulary/byte-field.ts';
import { PROFILE_PREFIX } from '../modbus-profile/profile-driver.ts';
import { type ByteLayout, fieldsOf, REST } from './byte-layout.ts';

type Explain = (bytes: Uint8Array) => ByteLayout | null;

/** How the frames and the requests of a protocol are laid out; the source is the protocol's own page (p1 to p8). */
interface Explained {
  readonly rx: Explain;
  readonly tx: Explain;
}

const EXCEPTION_BIT = 0x80;
const WRITE_ONE = 0x06;

const modbus: Explained = {
  rx: ([, code = 0]) => {
    if (code & EXCEPTION_BIT)
      return [
        ['address', 1],
        ['function', 1],
        ['errorCode', 1],
        ['check', 2],
      ];
    if (code === WRITE_ONE)
      return [
        ['address', 1],
        ['function', 1],
        ['register', 2],
        ['value', 2],
        ['check', 2],
      ];
    return [
      ['address', 1],
      ['function', 1],
      ['length', 1],
      ['values', REST],
      ['check', 2],
    ];
  },
  tx: ([, code]) => [
    ['address', 1],
    ['function', 1],
    ['register', 2],
    code === WRITE_ONE ? ['value', 2] : ['count', 2],
    ['check', 2],
  ],
};

const laserLine: Explained = {
  rx: () => [
    ...([
      ['start', 1],
      ['value', 7],
      ['other', 1],
      ['temperature', 5],
    ] as const),
    ...([
      ['other', 23],
      ['errorCode', 2],
      ['other', 1],
      ['check', 2],
      ['end', 2],
    ] as const),
  ],
  tx: () => null,
};

const WINSEN_ANSWER = 0x86;
const winsen: Explained = {
  rx: ([, kind]) =>
    kind === WINSEN_ANSWER
      ? [
          ['start', 1],
          ['command', 1],
          ['value', 2],
          ['other', 4],
          ['check', 1],
        ]
      : [
          ['start', 1],
          ['kind', 1],
          ['unit', 1],
          ['decimals', 1],
          ['value', 2],
          ['range', 2],
          ['check', 1],
        ],
  tx: () => [
    ['start', 1],
    ['address', 1],
    ['command', 1],
    ['other', 5],
    ['check', 1],
  ],
};

const DYNAMENT_DATA = 0x1a;
const dynament: Explained = {
  rx: ([, kind]) =>
    kind === DYNAMENT_DATA
      ? [
          ['start', 2],
          ['length', 1],
          ['values', REST],
          ['end', 2],
          ['check', 2],
        ]
      : [
          ['start', 2],
          ['errorCode', REST],
        ],
  tx: () => [
    ['start', 2],
    ['command', 1],
    ['end', 2],
    ['check', 2],
  ],
};

const cubic: Explained = {
  rx: () => [
    ['start', 1],
    ['length', 1],
    ['command', 1],
    ['values', REST],
    ['check', 1],
  ],
  tx: () => [
    ['start', 1],
    ['length', 1],
    ['command', 1],
    ['check', 1],
  ],
};

const MPS_ANSWER = 0x01;
const mpsHead = [
  ['command', 1],
  ['status', 1],
  ['length', 2],
  ['check', 2],
] as const;
const mps: Explained = {
  rx: ([command, , low]) =>
    command === MPS_ANSWER && low !== 0
      ? [...mpsHead, ['cycle', 4], ['value', 4], ['gas', 4], ['temperature', 4], ['other', REST]]
      : [...mpsHead, ['values', REST]],
  tx: () => [
    ['command', 2],
    ['length', 2],
    ['other', 2],
    ['check', 2],
    ['values', REST],
  ],
};

const explained: Readonly<Record<string, Explained>> = {
  itrans: modbus,
  mhz9041a: laserLine,
  winsen,
  dynament,
  ir400: modbus,
  mps,
  'cubic-sjh': cubic,
};

/**
 * What the bytes of a frame (`rx`) or request (`tx`) mean, from the first byte to the last without a gap; empty where the driver is not known
 * here or the bytes are not laid out so.
 */
export function explainBytes(driver: string, dir: 'rx' | 'tx', bytes: Uint8Array): readonly ByteField[] {
  const known = driver.startsWith(PROFILE_PREFIX) ? modbus : explained[driver];
  const layout = known?.[dir](bytes) ?? null;
  return layout === null ? [] : fieldsOf(layout, bytes.length);
}
