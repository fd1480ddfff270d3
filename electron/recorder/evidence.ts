import type { z } from 'zod';
import { evidenceBody } from '../../db/log/field-bodies.ts';
import { doubtsOf } from '../../db/readings/doubts.ts';
import { readInstrumentFile } from '../../db/readings/instrument-file.ts';
import type { EventRecord } from '../../db/record.ts';
import { readingGrader } from '../../rules/instrument/grade-reading.ts';
import { type EvidenceGrade, gradeOf } from '../../vocabulary/evidence-grade.ts';
import { entityId } from '../../vocabulary/ids.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { EvidenceRow } from '../ports/inspection-models.ts';
import type { Desk } from './desk.ts';
import type { RecorderMethods, Some } from './methods.ts';
import { photoTime } from './photo-time.ts';
import { scanMime } from './register.ts';
import { evidenceRowOf } from './rows.ts';

/** Types that a screen may show again; anything else is only kept. */
const UNKNOWN_MIME = 'application/octet-stream';

/** What stands behind an answer: photos, papers, numbers, kept readings. The bytes are durable before an event names them. */
export function evidenceHandlers(desk: Desk): Some<'evidence/add' | 'evidence/remove' | 'blob/read'> {
  return {
    'evidence/add': (ask) => {
      const record = desk.need();
      return record.ok ? addEvidence(desk, record.value, ask) : record;
    },
    'evidence/remove': ({ inspectionId, evidenceId }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const subject = `inspection/${inspectionId}/evidence:${entityId.parse(evidenceId)}`;
      const shown = evidenceBody.safeParse(record.value.register(subject)?.value);
      if (!shown.success) return fail({ code: 'not_found', what: evidenceId });
      const { salt: _, ...body } = shown.data;
      const blobs = body.blob ? { blobs: [body.blob] } : {};
      return desk.save({ type: 'evidence', subject, body: { ...body, removed: true }, ...blobs }, 'inspection');
    },
    'blob/read': ({ blob }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const bytes = record.value.blobs.get(blob);
      if (!bytes.ok) return bytes;
      const [row] = record.value.rows('evidence', { blob });
      const isSignature = record.value.rows('signatures', { blob }).length > 0;
      const mime = row?.mime ?? (isSignature ? 'image/png' : (scanMime(record.value, blob) ?? UNKNOWN_MIME));
      return ok({ mime, bytes: Buffer.from(bytes.value).toString('base64') });
    },
  };
}

type EvidenceAsk = z.output<RecorderMethods['evidence/add']['ask']>;

function addEvidence(desk: Desk, record: EventRecord, { file, ...ask }: EvidenceAsk): Result<EvidenceRow> {
  const { inspectionId } = ask;
  if (record.rows('inspections', { inspection: inspectionId }).length === 0)
    return fail({ code: 'not_found', what: inspectionId });
  const given = file && Buffer.from(file.bytes, 'base64');
  const taken = given && photoTime(given);
  const blob = given && record.blobs.put(given);
  if (blob && !blob.ok) return blob;
  const evidence = desk.newId();
  const bytes = blob && file ? { blob: blob.value, mime: file.mime || UNKNOWN_MIME } : {};
  const draft = {
    type: 'evidence',
    subject: `inspection/${inspectionId}/evidence:${evidence}`,
    body: { ...evidenceFields(ask), ...gradesOf(record, ask.readings), ...bytes, ...(taken ? { taken } : {}) },
    blobs: blob ? [blob.value] : [],
  };
  const saved = desk.save(draft, 'inspection');
  if (!saved.ok) return saved;
  const [row] = record.rows('evidence', { evidence });
  return row ? ok(evidenceRowOf(row)) : fail({ code: 'not_found', what: evidence });
}

/** What is not said stands in no event. */
const evidenceFields = ({ itemId, placeId, kind, label, text, readings }: Omit<EvidenceAsk, 'file'>) => ({
  item: itemId,
  kind,
  label,
  ...(placeId === null ? {} : { placeId }),
  ...(text === '' ? {} : { text }),
  ...(readings.length === 0 ? {} : { readings }),
});

const gradesOf = (record: EventRecord, readings: EvidenceAsk['readings']): { grades?: EvidenceGrade[] } =>
  readings.length === 0 ? {} : { grades: gradeReadings(record, readings) };

/** The grade of each reading by the register as it stands: written down with it, so that it cannot change later. */
export function gradeReadings(record: EventRecord, readings: readonly Reading[]): EvidenceGrade[] {
  const instruments = [...new Set(readings.map(({ instrument }) => instrument))];
  const graders = new Map(instruments.map((id) => [id, graderOf(record, id)]));
  const unmeasured = new Set(record.rows('stored_files').flatMap(({ clock, source }) => (clock ? [] : [source])));
  return readings.map((one) => {
    const grade = (graders.get(one.instrument) ?? readingGrader(null))(one);
    return unmeasured.has(one.time.boot) ? gradeOf([...grade.reasons, 'clock_offset_unknown']) : grade;
  });
}

/** By the papers of the instrument, and by what the line itself gave against it. */
function graderOf({ stores }: EventRecord, instrument: string): (one: Reading) => EvidenceGrade {
  const byPapers = readingGrader(readInstrumentFile(stores, instrument));
  const doubts = doubtsOf(stores.local, instrument);
  return (one) => gradeOf([...byPapers(one).reasons, ...doubts(one)]);
}
