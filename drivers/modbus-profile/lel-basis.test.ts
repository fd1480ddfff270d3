import { expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { withModbusCrc } from '../framing/crc16-modbus.ts';
import { encodeRequest } from '../requests/allowed-request.ts';
import { profileDrivers } from './profile-drivers.ts';

const fgd = profileDrivers.filter(({ id }) => id === 'profile:fgd10a-m');
/** 12.5 %LEL, no status bit. */
const ANSWER = withModbusCrc(Uint8Array.of(1, 3, 4, 0, 125, 0, 0));

const unitWith = (settings: object) =>
  fgd.map((driver) => {
    const { talk } = orThrow(driver.prepare(settings));
    if (talk.kind !== 'poll') throw new Error('a profile is polled');
    const [reading] = orThrow(orThrow(talk.answering(encodeRequest(talk.first.request))).judge(ANSWER)).readings;
    return reading?.value;
  });

test('%LEL stays plain until a person says which standard, and the number is the same with it', () => {
  expect(unitWith({})).toEqual([{ quality: 'ok', amount: '12.5', unit: '%LEL' }]);
  for (const basis of ['ISO 10156', 'IEC 60079-20-1'])
    expect(unitWith({ lel_basis: basis })).toEqual([{ quality: 'ok', amount: '12.5', unit: `%LEL(${basis})` }]);
});

test('the standard is asked only of instruments that say %LEL, and never presumed', () => {
  const asked = profileDrivers
    .filter(({ fields }) => fields.some(({ key }) => key === 'lel_basis'))
    .map(({ id }) => id);
  expect(asked).toEqual(['profile:fgd10a-m', 'profile:sen07xx', 'profile:rki-digester-ch1', 'profile:oi-7032-ch6']);
  const fields = profileDrivers.flatMap((driver) => driver.fields.filter(({ key }) => key === 'lel_basis'));
  expect(fields.every((field) => field.default === null)).toBe(true);
});
