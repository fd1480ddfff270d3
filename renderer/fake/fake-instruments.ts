import type { z } from 'zod';
import type { recorderPort } from '../../electron/ports/recorder-port.ts';
import type { Handlers } from '../../electron/ports/serve-port.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { days, fakeHash, fakeId, fakeNow } from './fake-ids.ts';
import type { SceneName } from './scene.ts';

type Methods = typeof recorderPort.methods;
type Row = z.input<Methods['instrument/list']['reply']>[number];
type Page = z.input<Methods['instrument/page']['reply']>;
type Calibration = Page['calibrations'][number];

interface FakeInstrument {
  readonly row: Row;
  readonly page: Page;
}

const saved = (seed: string) => ({ event: fakeHash(seed), seq: 1291, savedAt: fakeNow });

const made = (seed: string, entry: Partial<Calibration['entry']> & { date: string }): Calibration => ({
  calibrationId: fakeId(seed),
  entry: {
    kind: 'calibration',
    gas: 'CH4',
    standard: { amount: '2.00', unit: '%VOL' },
    asFound: '2.06',
    asLeft: '2.00',
    by: '韩立新',
    certificateNo: 'BQ-2026-118',
    ...entry,
  },
});

const instrument = (
  seed: string,
  about: Pick<Row, 'driver' | 'model' | 'serialNumber' | 'wire'>,
  no: string,
  until: string,
  calibrations: Calibration[],
  settings: Row['settings'] = { gas: 'CH4' },
): FakeInstrument => {
  const certificate = no === '' ? null : { no, from: '2025-11-30', until };
  const entered = { ...saved(seed), author: '赵远山', savedAt: fakeNow - days(60), calibrationId: null };
  const label = { is: 'register' as const, model: about.model, serialNumber: about.serialNumber, photos: 0 };
  return {
    row: {
      ...about,
      instrumentId: fakeId(seed),
      settings,
      certificateNo: no,
      certificateUntil: no === '' ? null : until,
    },
    page: {
      file: {
        principle: 'catalytic',
        certificates: certificate ? [certificate] : [],
        calibrations: calibrations.map(({ entry }) => entry),
      },
      certificate,
      calibrations,
      photos: [],
      history: [
        ...calibrations.map(({ calibrationId, entry }) => ({
          ...entered,
          event: fakeHash(calibrationId),
          savedAt: Date.parse(`${entry.date}T09:00:00+08:00`),
          calibrationId,
          old: false,
          entry: { is: 'calibration' as const, calibration: entry, removed: false },
        })),
        { ...entered, old: false, entry: { ...label, certificate, principle: 'catalytic' as const } },
        {
          ...entered,
          event: fakeHash(`${seed}first`),
          savedAt: fakeNow - days(90),
          old: true,
          entry: { ...label, certificate: null, principle: null },
        },
      ],
    },
  };
};

const two = [
  instrument(
    'instrument-one',
    { driver: 'itrans', model: 'iTrans 2', serialNumber: '0912-114' },
    '晋检2026-0417',
    '2026-11-29',
    [
      made('one-c', { date: '2026-11-18' }),
      made('one-b', { date: '2026-11-04', kind: 'bump', asFound: '1.72', asLeft: null, certificateNo: 'BQ-2026-097' }),
      made('one-a', { date: '2026-11-03', asFound: '2.31' }),
    ],
  ),
  instrument(
    'instrument-two',
    { driver: 'mhz9041a', model: 'MH-Z9041A', serialNumber: 'Z41-0027', wire: { serial_number: 'Z41-0027' } },
    '晋检2026-0388',
    '2027-05-12',
    [made('two-a', { date: '2026-11-04' })],
  ),
];

/** One of each trouble, and enough of them to scroll. */
const many = [
  ...two,
  instrument(
    'instrument-three',
    { driver: 'winsen', model: 'ZCE04B', serialNumber: 'W-7731' },
    '晋检2025-1190',
    '2026-11-20',
    [
      made('three-a', {
        date: '2026-11-20',
        gas: 'CO',
        standard: { amount: '50', unit: 'ppm' },
        asFound: '47',
        asLeft: '50',
      }),
    ],
    { gas: 'CO' },
  ),
  instrument('instrument-four', { driver: 'mps', model: 'MPS', serialNumber: '8X-10433' }, '', '', []),
  ...Array.from({ length: 40 }, (_, at) =>
    instrument(
      `instrument-${at + 10}`,
      { driver: 'itrans', model: 'iTrans 2', serialNumber: `0913-${at + 100}` },
      `晋检2026-${at + 500}`,
      '2027-03-31',
      [made(`many-${at}`, { date: at % 3 === 0 ? '2026-10-30' : '2026-11-15' })],
    ),
  ),
];

const heardGases = ['CH4', 'O2', 'CO', 'CO2', 'H2S'] as const;

/** Long before any certificate ends, and just calibrated. */
const calm = two.map(({ row, page }) => ({
  row: { ...row, certificateUntil: '2027-10-30' },
  page: {
    ...page,
    certificate: page.certificate && { ...page.certificate, until: '2027-10-30' },
    file: {
      ...page.file,
      certificates: page.file.certificates.map((one) => ({ ...one, until: '2027-10-30' })),
      calibrations: page.file.calibrations
        .slice(0, 1)
        .flatMap((one) =>
          heardGases.map((gas) => ({ ...one, gas, date: '2026-11-20', asFound: '2.02', asLeft: '2.00' })),
        ),
    },
  },
}));

const instrumentsOf = (scene: SceneName): readonly FakeInstrument[] => {
  if (scene === 'empty') return [];
  if (scene === 'calm') return calm;
  return scene === 'full' ? many : two;
};

/** The instrument half of the fake recorder. */
export function fakeInstrumentHandlers(scene: SceneName): Partial<Handlers<Methods>> {
  const all = instrumentsOf(scene);
  return {
    'instrument/list': () => ok(all.map(({ row }) => row)),
    'instrument/put': () => ok(saved('put')),
    'instrument/papers': () => ok(all.map(({ row, page }) => ({ ...page.file, instrumentId: row.instrumentId }))),
    'instrument/page': ({ instrumentId }) => {
      const found = all.find(({ row }) => row.instrumentId === instrumentId);
      return found ? ok(found.page) : fail({ code: 'not_found', what: instrumentId });
    },
    'instrument/describe': () => ok(saved('describe')),
    'instrument/certificate': () => ok(saved('certificate')),
    'instrument/photo': () => ok(saved('photo')),
    'calibration/put': () => (scene === 'unknown' ? fail({ code: 'disk_full' }) : ok(saved('calibration'))),
    'calibration/remove': () => ok(saved('removed')),
  };
}
