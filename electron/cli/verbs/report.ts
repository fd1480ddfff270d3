import { writeFileSync } from 'node:fs';
import { fileFault } from '../../../db/files/file-system.ts';
import { systemClock } from '../../../drivers/transports/system-clock.ts';
import { type EntityId, entityId, type InspectionId, inspectionId } from '../../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../../vocabulary/result.ts';
import { printAssessment } from '../../recorder/assessment-print.ts';
import { previewReport } from '../../recorder/documents.ts';
import { mustHave, readArguments } from '../arguments.ts';
import { withData } from '../open-data.ts';
import type { Verb } from '../verb.ts';

const USAGE =
  'report --data DIR (--inspection ID | --assessment ID) [--kind inspection-html|assessment] --out FILE.html';

type Asked =
  | { readonly kind: 'inspection-html'; readonly id: InspectionId }
  | { readonly kind: 'assessment'; readonly id: EntityId };

/** What is to be printed, by its kind in the registry of documents; null where kind and id do not belong together. */
function askedOf(values: { inspection?: string; assessment?: string; kind?: string }): Asked | null {
  const inspection = inspectionId.safeParse(values.inspection).data;
  const assessment = entityId.safeParse(values.assessment).data;
  const { kind } = values;
  if (inspection && assessment) return null;
  if (inspection && (kind ?? 'inspection-html') === 'inspection-html')
    return { kind: 'inspection-html', id: inspection };
  return assessment && (kind ?? 'assessment') === 'assessment' ? { kind: 'assessment', id: assessment } : null;
}

/** `report --data DIR --inspection ID --kind K --out FILE.html`: the paper of an inspection or of a drainage assessment. */
export const verb: Verb = {
  name: 'report',
  usage: {
    zh: 'report --data 文件夹 (--inspection 编号 | --assessment 编号) [--kind inspection-html|assessment] --out 文件.html　写出检查记录或抽采达标评判报告',
    en: `${USAGE} — write the record of an inspection or the report of a drainage assessment`,
  },
  async run(argv, io) {
    const text = { type: 'string' } as const;
    const args = readArguments(argv, { data: text, out: text, inspection: text, assessment: text, kind: text });
    if (!args.ok) return args;
    const { values } = args.value;
    const data = mustHave('data', values.data);
    const out = mustHave('out', values.out);
    if (!data.ok) return data;
    if (!out.ok) return out;
    const asked = askedOf(values);
    if (asked === null || !out.value.endsWith('.html')) return fail({ code: 'bad_arguments', detail: USAGE });
    const done = await withData(data.value, io, (record): Result<{ html: string }> => {
      if (asked.kind === 'assessment') return printAssessment(record, asked.id);
      return previewReport(record, asked.id, systemClock.wall());
    });
    if (!done.ok) return done;
    try {
      writeFileSync(out.value, done.value.html);
    } catch (error) {
      return fail(fileFault(error, out.value));
    }
    io.out({ ok: true, file: out.value });
    return ok(0);
  },
};
