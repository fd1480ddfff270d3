import type { z } from 'zod';
import type { recorderPort } from '../../electron/ports/recorder-port.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { fakeHash, fakeId } from './fake-ids.ts';

type Bytes = z.input<(typeof recorderPort)['methods']['readings/bytes']['reply']>;

const place = (seed: string, seq: number) => ({
  blob: fakeHash(seed),
  event: fakeHash(`${seed} event`),
  log: fakeId('log'),
  seq,
  sealed: seq < 1200,
  status: 'admitted',
  device: '三组-平板1',
});

const request = '0103006400068417';
const answer = '01030c0001004b00000000000003e84b2f';

/** A reading of a polled detector with the question before it, as a healthy record has it. */
export function fakeBytes({ time: { wall, mono } }: Reading): Bytes {
  const line = (n: number, after: number, what: 'rx' | 'tx', hex: string) => ({
    n,
    wall: wall + after,
    mono: mono + after,
    what,
    hex,
    frame: null,
    fields: [],
    leftOut: null,
  });
  const asked = [
    ...[
      { from: 0, to: 1, means: 'address' as const },
      { from: 1, to: 2, means: 'function' as const },
    ],
    ...[
      { from: 2, to: 4, means: 'register' as const },
      { from: 4, to: 6, means: 'count' as const },
    ],
    { from: 6, to: 8, means: 'check' as const },
  ];
  return {
    found: {
      from: 'line',
      standing: 'same',
      replayed: null,
      fault: null,
      block: place('raw', 1187),
      frame: {
        hex: answer,
        fields: [
          ...[
            { from: 0, to: 1, means: 'address' as const },
            { from: 1, to: 2, means: 'function' as const },
          ],
          ...[
            { from: 2, to: 3, means: 'length' as const },
            { from: 3, to: 15, means: 'values' as const },
          ],
          { from: 15, to: 17, means: 'check' as const },
        ],
      },
      lines: [
        { ...line(640, -1000, 'tx', request), fields: asked },
        line(641, -962, 'rx', answer),
        { ...line(642, -40, 'tx', request), fields: asked },
        { ...line(643, -18, 'rx', answer.slice(0, 12)), frame: { from: 0, to: 6 } },
        { ...line(644, 0, 'rx', answer.slice(12)), frame: { from: 0, to: 11 } },
        { ...line(645, 960, 'tx', request), fields: asked },
      ],
      driver: { id: 'itrans', version: '1', zh: 'iTrans 固定式检测仪', en: 'iTrans fixed-point monitor' },
      settings: [
        { key: 'gas', zh: '气体', en: 'Gas', value: 'CH4' },
        { key: 'unit', zh: '单位', en: 'Unit', value: '%VOL' },
        { key: 'slave', zh: '地址', en: 'Address', value: '1' },
      ],
    },
    kept: { where: 'block', block: place('readings', 1188) },
    damaged: [],
  };
}
