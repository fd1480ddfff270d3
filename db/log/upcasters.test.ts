import { describe, expect, test } from 'vitest';
import { registerOf } from '../projections/register.ts';
import { canonicalJson } from './canonical-json.ts';
import { bodyBase, bodyHashOf, eventHeader } from './event.ts';
import { instrumentBody } from './instrument-bodies.ts';
import { liftBody, type Upcasters } from './upcasters.ts';

// A detector as the first builds wrote it: the certificate's number and end stood beside the other fields.
const old = {
  salt: '0'.repeat(32),
  model: 'JCB4',
  serialNumber: '17',
  driver: 'd',
  settings: {},
  certificateNo: 'JL-2026-1',
  certificateUntil: '2027-01-31',
};
const steps: Upcasters = {
  instrument: [
    ({ certificateNo, certificateUntil, ...body }) =>
      typeof certificateNo === 'string' ? { ...body, certificateOf: [certificateNo, certificateUntil] } : body,
    ({ certificateOf, ...body }) => {
      const [no, until] = Array.isArray(certificateOf) ? certificateOf : [];
      return no === undefined ? body : { ...body, certificate: { no, until } };
    },
  ],
};

const subject = `instrument/${'a'.repeat(32)}/register`;
const headerOf = (body: typeof old) =>
  eventHeader.parse({
    v: 1,
    log: 'b'.repeat(32),
    seq: 2,
    prev: 'c'.repeat(64),
    hlc: '0'.repeat(16),
    wall: 0,
    mono: 0,
    boot: 'd'.repeat(32),
    author: 'e'.repeat(32),
    type: 'instrument',
    subject,
    supersedes: [],
    blobs: [],
    body: bodyHashOf(body),
  });

describe('upcasters', () => {
  test('lift a body step by step into the shape of today, and leave one of today as it is', () => {
    expect(instrumentBody.safeParse(old).success).toBe(false);
    const lifted = liftBody('instrument', bodyBase.parse(old), steps);
    expect(instrumentBody.parse(lifted).certificate).toMatchObject({ no: 'JL-2026-1', until: '2027-01-31' });
    expect(liftBody('instrument', lifted, steps)).toEqual(lifted);
    expect(liftBody('answer', bodyBase.parse(old), steps)).toEqual(old);
  });

  test('change what a register shows and nothing that is kept', () => {
    const event = { id: 'f'.repeat(64), header: headerOf(old), body: bodyBase.parse(old) };
    const before = canonicalJson(event.body);
    expect(registerOf(subject, [event], steps)?.value).toHaveProperty('certificate');
    expect(registerOf(subject, [event])?.value).not.toHaveProperty('certificate');
    expect(canonicalJson(event.body)).toBe(before);
  });

  test('lift the value that a resolve chose as well', () => {
    const { salt, ...value } = old;
    const header = { ...headerOf(old), type: 'resolve' };
    const event = {
      id: 'f'.repeat(64),
      header,
      body: bodyBase.parse({ salt, chosen: 'f'.repeat(64), value, reason: '' }),
    };
    expect(registerOf(subject, [event], steps)?.value).toHaveProperty('certificate');
  });
});
