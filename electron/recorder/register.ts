import { calibrationBody, instrumentBody } from '../../db/log/instrument-bodies.ts';
import { readInstrumentFile } from '../../db/readings/instrument-file.ts';
import type { EventRecord } from '../../db/record.ts';
import { type BlobId, blobId, entityId, type InstrumentId, instrumentId } from '../../vocabulary/ids.ts';
import type { Scan } from '../../vocabulary/instrument.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { beijingDay } from '../../vocabulary/time.ts';
import type { GivenFile } from '../ports/instrument-models.ts';
import type { Desk, Saved } from './desk.ts';
import { historyOfInstrument } from './instrument-history.ts';
import type { RecorderMethods, Some } from './methods.ts';

type RegisterMethods =
  | 'instrument/papers'
  | 'instrument/page'
  | 'instrument/describe'
  | 'instrument/certificate'
  | 'instrument/photo'
  | 'calibration/put'
  | 'calibration/remove';

type Ask<K extends RegisterMethods> = RecorderMethods[K]['ask']['_output'];
type RegisterBody = Omit<(typeof instrumentBody)['_output'], 'salt'>;

/** The instrument register: papers, calibrations, photos. Each change is an event; what it replaces stays in the history. */
export function registerHandlers(desk: Desk): Some<RegisterMethods> {
  return {
    'instrument/papers': () => {
      const record = desk.need();
      if (!record.ok) return record;
      const papersOf = ({ instrument }: { readonly instrument: string }) => {
        const file = readInstrumentFile(record.value.stores, instrument);
        return file ? [{ ...unlocked(file), instrumentId: instrumentId.parse(instrument) }] : [];
      };
      return ok(record.value.rows('instruments').flatMap(papersOf));
    },
    'instrument/page': ({ instrumentId: id }) => {
      const record = desk.need();
      return record.ok ? pageOf(record.value, id) : record;
    },
    'instrument/describe': ({ instrumentId: id, model, serialNumber, principle }) =>
      change(desk, id, (body) => {
        const { principle: _, ...rest } = body;
        return ok({ ...rest, model, serialNumber, ...(principle ? { principle } : {}) });
      }),
    'instrument/certificate': (ask) =>
      change(desk, ask.instrumentId, (body, record) => withCertificate(body, ask, record)),
    'instrument/photo': ({ instrumentId: id, add, remove }) =>
      change(desk, id, (body, record) => {
        const kept = (body.photos ?? []).filter(({ blob }) => blob !== remove);
        if (!add) return ok({ ...body, photos: kept });
        const photo = keepScan(record, add);
        return photo.ok ? ok({ ...body, photos: [...kept, photo.value] }) : photo;
      }),
    'calibration/put': (ask) => putCalibration(desk, ask),
    'calibration/remove': ({ calibrationId }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const subject = `calibration/${calibrationId}/entry`;
      const standing = calibrationBody.safeParse(record.value.register(subject)?.value);
      if (!standing.success) return fail({ code: 'not_found', what: calibrationId });
      const { salt: _, ...body } = standing.data;
      return desk.save(
        { type: 'calibration', subject, body: { ...body, removed: true }, ...blobsOf([body.scan]) },
        AREA,
      );
    },
  };
}

const AREA = 'instrument';

/** The reply's arrays are its own. */
const unlocked = (file: NonNullable<ReturnType<typeof readInstrumentFile>>) => ({
  principle: file.principle,
  certificates: [...file.certificates],
  calibrations: [...file.calibrations],
});

function pageOf(
  record: EventRecord,
  instrument: InstrumentId,
): Result<RecorderMethods['instrument/page']['reply']['_input']> {
  const file = readInstrumentFile(record.stores, instrument);
  const [row] = record.rows('instruments', { instrument });
  if (!file || !row) return fail({ code: 'not_found', what: instrument });
  const made = record.rows('calibrations', { instrument }).filter(({ removed }) => !removed);
  return ok({
    file: unlocked(file),
    certificate: row.certificate,
    calibrations: made
      .toSorted((a, b) => (a.date < b.date ? 1 : Number(a.date > b.date) * -1) || b.wall - a.wall || b.seq - a.seq)
      .map(({ calibration, entry }) => ({ calibrationId: entityId.parse(calibration), entry })),
    photos: [...row.photos],
    history: historyOfInstrument(record, instrument),
  });
}

const blobsOf = (scans: readonly (Scan | undefined)[]) => {
  const blobs = [...new Set(scans.flatMap((one) => (one ? [blobId.parse(one.blob)] : [])))].sort();
  return blobs.length > 0 ? { blobs } : {};
};

/** Everything of a register entry that has bytes: they travel with the event that names them. */
const scansOf = ({ certificate, earlier = [], photos = [] }: RegisterBody): (Scan | undefined)[] => [
  certificate?.scan,
  ...earlier.map(({ scan }) => scan),
  ...photos,
];

/** What the register says of an instrument now, without its salt; null where it is not in the register. */
export function registerBodyOf(record: EventRecord, id: InstrumentId): RegisterBody | null {
  const standing = instrumentBody.safeParse(record.register(`instrument/${id}/register`)?.value);
  if (!standing.success) return null;
  const { salt: _, ...body } = standing.data;
  return body;
}

export const saveRegister = (desk: Desk, id: InstrumentId, body: RegisterBody): Result<Saved> =>
  desk.save({ type: 'instrument', subject: `instrument/${id}/register`, body, ...blobsOf(scansOf(body)) }, AREA);

function change(
  desk: Desk,
  id: InstrumentId,
  by: (body: RegisterBody, record: EventRecord) => Result<RegisterBody>,
): Result<Saved> {
  const record = desk.need();
  if (!record.ok) return record;
  const body = registerBodyOf(record.value, id);
  if (!body) return fail({ code: 'not_found', what: id });
  const next = by(body, record.value);
  return next.ok ? saveRegister(desk, id, next.value) : next;
}

/** The bytes are durable before an event names them. */
function keepScan(record: EventRecord, { mime, bytes }: GivenFile): Result<Scan> {
  const blob: Result<BlobId> = record.blobs.put(Buffer.from(bytes, 'base64'));
  return blob.ok ? ok({ blob: blob.value, mime: mime || 'application/octet-stream' }) : blob;
}

function withCertificate(
  body: RegisterBody,
  { change: how, no, from, until, file }: Ask<'instrument/certificate'>,
  record: EventRecord,
): Result<RegisterBody> {
  if (from !== null && from > until) return fail({ code: 'bad_facts', path: 'until' });
  const { certificate: before, earlier = [] } = body;
  const kept = file ? keepScan(record, file) : null;
  if (kept && !kept.ok) return kept;
  const scan = kept?.value ?? (how === 'correct' ? before?.scan : undefined);
  const certificate = { no, from, until, ...(scan ? { scan } : {}) };
  const past = how === 'renew' && before ? [before, ...earlier] : earlier;
  return ok({ ...body, certificate, ...(past.length > 0 ? { earlier: past } : {}) });
}

function putCalibration(
  desk: Desk,
  { instrumentId: id, calibrationId, entry, file }: Ask<'calibration/put'>,
): Result<Saved> {
  const record = desk.need();
  if (!record.ok) return record;
  if (!registerBodyOf(record.value, id)) return fail({ code: 'not_found', what: id });
  if (entry.date > beijingDay(desk.clock.wall())) return fail({ code: 'date_in_future', date: entry.date });
  const subject = `calibration/${calibrationId ?? desk.newId()}/entry`;
  const before = calibrationBody.safeParse(record.value.register(subject)?.value);
  if (calibrationId !== null && !before.success) return fail({ code: 'not_found', what: calibrationId });
  const kept = file ? keepScan(record.value, file) : null;
  if (kept && !kept.ok) return kept;
  const scan = kept?.value ?? before.data?.scan;
  const body = { ...entry, instrument: id, ...(scan ? { scan } : {}) };
  return desk.save({ type: 'calibration', subject, body, ...blobsOf([scan]) }, AREA);
}

/** The mime of a photo or scan of the register; null where the blob is of something else. */
export function scanMime({ rows }: Pick<EventRecord, 'rows'>, blob: BlobId): string | null {
  const scans = [
    ...rows('calibrations').map(({ entry }) => entry.scan),
    ...rows('instrument_clocks').map(({ photo }) => photo),
    ...rows('drainageAreas').flatMap(({ sheet }) => sheet.papers),
    ...rows('areaHandovers').flatMap(({ entry }) => entry.papers),
    ...rows('outburstSteps').flatMap(({ entry }) => entry.papers),
    ...rows('outburstIndices').flatMap(({ entry }) => entry.papers),
    ...rows('risk_maps').map(({ said }) => said.picture),
    ...rows('instruments').flatMap(({ certificate, earlier, photos }) => [
      certificate?.scan,
      ...earlier.map(({ scan }) => scan),
      ...photos,
    ]),
  ];
  return scans.find((one) => one?.blob === blob)?.mime ?? null;
}
