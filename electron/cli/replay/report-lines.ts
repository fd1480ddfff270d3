import type { BlockPlace } from '../../../db/replay/evidence-source.ts';
import type { ReplayReport } from '../../../db/replay/replay-evidence.ts';
import { type Fault, sayFault } from '../../../vocabulary/fault.ts';
import { ok, type Result } from '../../../vocabulary/result.ts';
import { answerNo } from '../answer-no.ts';
import type { CliIo } from '../verb.ts';

/** Tells a comparison: a line per channel, per block that is not the same and per capture with trouble, then yes or no. */
export function tellReport(report: ReplayReport, about: Readonly<Record<string, unknown>>, io: CliIo): Result<number> {
  for (const channel of report.channels) io.out({ type: 'channel', ...channel });
  for (const { place, identical } of report.blocks) {
    if (place !== null && identical !== true) io.out({ type: 'block', ...placeOf(place), identical: false });
  }
  for (const { place, fault } of report.damaged) io.out({ type: 'damaged', ...placeOf(place), fault: said(fault) });
  for (const { fault, ...trouble } of report.troubles) {
    io.out({ type: 'session', ...trouble, fault: fault && said(fault) });
  }
  const counts = countsOf(report);
  if (!report.agrees) return answerNo(io, { code: 'replay_differs', ...counts, ...about });
  io.out({ ok: true, ...counts, ...about });
  return ok(0);
}

const placeOf = (place: BlockPlace | null) => place ?? { blob: null };
const said = (fault: Fault) => ({ ...fault, ...sayFault(fault) });

function countsOf({ sessions, channels, blocks, damaged, troubles }: ReplayReport) {
  const sum = (key: 'same' | 'differs' | 'missing' | 'extra' | 'noted') =>
    channels.reduce((total, channel) => total + channel[key], 0);
  return {
    same: sum('same'),
    differs: sum('differs'),
    missing: sum('missing'),
    extra: sum('extra'),
    noted: sum('noted'),
    damaged: damaged.length + troubles.filter(({ fault }) => fault !== null).length,
    sessions,
    blocks: blocks.length,
    identical: blocks.filter(({ identical }) => identical === true).length,
  };
}
