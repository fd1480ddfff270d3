import { writeFileSync } from 'node:fs';
import { systemClock } from '../../../drivers/transports/system-clock.ts';
import { entityId, inspectionId } from '../../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../../vocabulary/result.ts';
import { printAssessment } from '../../recorder/assessment-print.ts';
import { previewReport } from '../../recorder/documents.ts';
import { mustHave, readArguments } from '../arguments.ts';
import { withData } from '../open-data.ts';
import type { Verb } from '../verb.ts';

const USAGE = 'report --data DIR (--inspection ID | --assessment ID) --out FILE.html';

/** `report --data DIR --assessment ID --out FILE.html`: the paper of an inspection or of a drainage assessment. */
export const verb: Verb = {
  name: 'report',
  usage: {
    zh: 'report --data 文件夹 (--inspection 编号 | --assessment 编号) --out 文件.html　写出检查记录或抽采达标评判报告',
    en: `${USAGE} — write the record of an inspection or the report of a drainage assessment`,
  },
  async run(argv, io) {
    const text = { type: 'string' } as const;
    const args = readArguments(argv, { data: text, out: text, inspection: text, assessment: text });
    if (!args.ok) return args;
    const { values } = args.value;
    const data = mustHave('data', values.data);
    const out = mustHave('out', values.out);
    if (!data.ok) return data;
    if (!out.ok) return out;
    const inspection = inspectionId.safeParse(values.inspection).data;
    const assessment = entityId.safeParse(values.assessment).data;
    if ((inspection === undefined) === (assessment === undefined) || !out.value.endsWith('.html'))
      return fail({ code: 'bad_arguments', detail: USAGE });
    const done = await withData(data.value, io, (record): Result<{ html: string }> => {
      if (inspection) return previewReport(record, inspection, systemClock.wall());
      return assessment ? printAssessment(record, assessment) : fail({ code: 'bad_arguments', detail: USAGE });
    });
    if (!done.ok) return done;
    writeFileSync(out.value, done.value.html);
    io.out({ ok: true, file: out.value });
    return ok(0);
  },
};
