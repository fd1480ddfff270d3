import { findingPage } from '../../electron/ports/finding-models.ts';
import type { recorderPort } from '../../electron/ports/recorder-port.ts';
import type { Handlers } from '../../electron/ports/serve-port.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import type { FakeSheet } from './fake-sheet.ts';
import type { SceneName } from './scene.ts';

const PAGE = 200;

type FindingMethods = 'finding/counts' | 'finding/page' | 'finding/search';
type Kept = (finding: FakeSheet['findings'][number]) => boolean;

/** The list of findings over the sheet of a scene, page by page as the recorder gives it. */
export function fakeFindingHandlers(
  scene: SceneName,
  sheetNow: () => FakeSheet | null,
): Pick<Handlers<typeof recorderPort.methods>, FindingMethods> {
  const found = () => [...(sheetNow()?.findings ?? [])].sort((a, b) => b.savedAt - a.savedAt);
  const pageOf = (from: number, keeps: Kept) => {
    const sheet = sheetNow();
    const kept = found().filter(keeps);
    const rows = kept.slice(from, from + PAGE).map((finding) => ({
      finding,
      mine: sheet?.summary.mine ?? '',
      place: sheet?.places.find((place) => place.placeId === finding.placeId)?.name ?? null,
      assessmentId: null,
    }));
    const next = from + PAGE < kept.length ? { at: 0, n: from + PAGE } : null;
    return ok(findingPage.parse({ rows, next }));
  };
  return {
    'finding/counts': () => {
      if (scene === 'faults') return fail({ code: 'data_corrupt' });
      const all = found();
      const major = all.filter(({ severity }) => severity === 'major').length;
      return ok({ all: all.length, major, general: all.length - major });
    },
    'finding/page': ({ severity, after }) =>
      pageOf(after?.n ?? 0, (one) => severity === null || one.severity === severity),
    'finding/search': ({ severity, after, phrase }) =>
      pageOf(after?.n ?? 0, (one) => (severity === null || one.severity === severity) && one.fact.includes(phrase)),
  };
}
