import type { recorderPort } from '../../electron/ports/recorder-port.ts';
import type { Handlers } from '../../electron/ports/serve-port.ts';
import { restsOnNotEvidence } from '../../rules/checklist/evidence.ts';
import { limitsAt } from '../../rules/live/limits-at.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { fakeFindingHandlers } from './fake-findings.ts';
import { fakeGasSheet } from './fake-gas.ts';
import { fakeHash, fakeId, fakeNow } from './fake-ids.ts';
import { allPassed, countRows, earlierSummary, type FakeSheet, fakeFindings, fakeSheet } from './fake-sheet.ts';
import { fakeSiteHandlers, fakeSitesSheet } from './fake-sites.ts';
import type { SceneName } from './scene.ts';

/** A plan of three roadways, as a risk map shows it. */
const PLAN =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 600"><rect width="900" height="600" fill="ivory"/><g fill="none" stroke="black" stroke-width="10"><path d="M60 520H840M120 520V100M420 520V140M120 170H420M420 250H800"/></g></svg>';

/** A day of the edition in force, whose articles are open. */
const FAKE_DAY = isoDate.parse('2026-11-27');

type Tell = (areas: readonly ('inspection' | 'exchange' | 'instrument' | 'session')[]) => void;
const savedNow = (seed: string) => ({ event: fakeHash(seed), seq: 1291, savedAt: fakeNow });

/** The inspection half of the fake recorder: one sheet in memory that answers change. */
export function fakeInspectionHandlers(
  scene: SceneName,
  itemIds: readonly string[],
  tell: Tell,
): Partial<Handlers<typeof recorderPort.methods>> {
  let sheet: FakeSheet | null = scene === 'empty' ? null : fakeSheet(itemIds, scene === 'full');
  const listed = { full: 47, many: 10_000 }[scene as string];
  if (scene === 'gas') sheet = fakeGasSheet();
  if (scene === 'sites') sheet = fakeSitesSheet();
  if (sheet && scene === 'calm') sheet = allPassed(sheet);
  if (sheet && listed) sheet = { ...sheet, findings: fakeFindings(itemIds, listed) };
  const current = () => sheet ?? fakeSheet(itemIds);
  const become = (next: FakeSheet) => {
    sheet = { ...next, summary: { ...next.summary, counts: countRows(next.rows) } };
    tell(['inspection']);
  };
  return {
    ...fakeSiteHandlers({ current, become }),
    'inspection/list': () => {
      if (scene === 'faults') return fail({ code: 'data_corrupt' });
      if (scene === 'calm') return ok([current().summary]);
      return ok(sheet ? [sheet.summary, earlierSummary] : []);
    },
    'inspection/open': (draft) => {
      const fresh = fakeSheet(itemIds);
      const rows = fresh.rows.map((row) => ({ ...row, status: 'unanswered' as const, answer: null, finding: null }));
      const summary = { ...fresh.summary, ...draft, inspectionId: fakeId('new'), openedAt: fakeNow };
      become({ ...fresh, rows, findings: [], summary });
      return ok({ inspectionId: summary.inspectionId });
    },
    'inspection/sheet': ({ inspectionId }) =>
      inspectionId === earlierSummary.inspectionId
        ? ok({
            ...fakeSheet(itemIds, true),
            summary: earlierSummary,
            findings: [],
            currentPlace: null,
            currentSince: null,
          })
        : ok(current()),
    'place/add': () => ok({ placeId: fakeId('p9') }),
    'place/enter': ({ placeId }) => {
      become({ ...current(), currentPlace: placeId, currentSince: fakeNow });
      const place = current().places.find((one) => one.placeId === placeId) ?? current().places[0];
      return place ? ok({ ...place, from: fakeNow }) : fail({ code: 'not_found', what: placeId });
    },
    'place/correct': ({ placeId }) => {
      become({ ...current(), currentPlace: placeId });
      const place = current().places.find((one) => one.placeId === placeId) ?? current().places[0];
      return place ? ok({ ...place, from: fakeNow }) : fail({ code: 'not_found', what: placeId });
    },
    'answer/give': ({ itemId, placeId, outcome, reason, override, note, facts }) => {
      const answer = {
        ...savedNow(`${itemId}${placeId}`),
        log: fakeId('log1'),
        outcome,
        facts,
        verdict: null,
        byCompany: null,
        reason,
        override,
        note,
        author: '赵远山',
      };
      const rows = current().rows.map((row) =>
        row.itemId === itemId && row.placeId === placeId ? { ...row, status: outcome, answer } : row,
      );
      become({ ...current(), rows, undo: { itemId, placeId, outcome } });
      return ok({ ...savedNow(itemId), status: outcome, verdict: null });
    },
    'answer/undo': () => {
      const undo = current().undo;
      if (!undo) return ok(null);
      const rows = current().rows.map((row) =>
        row.itemId === undo.itemId && row.placeId === undo.placeId
          ? { ...row, status: 'unanswered' as const, answer: null }
          : row,
      );
      become({ ...current(), rows, undo: null });
      return ok({ ...savedNow('undo'), itemId: undo.itemId, placeId: undo.placeId });
    },
    'answer/history': () => ok([]),
    'evidence/add': ({ itemId, placeId, kind, label, text, readings }) => {
      const evidence = {
        evidenceId: fakeId(`${itemId}${label}${fakeNow}`),
        itemId,
        placeId,
        kind,
        label,
        text,
        blob: null,
        mime: null,
        taken: null,
        readings,
        grades: readings.map(() => ({ grade: 'notEvidence' as const, reasons: ['calibration_overdue' as const] })),
        savedAt: fakeNow,
      };
      const rows = current().rows.map((row) =>
        row.itemId === itemId && row.placeId === placeId
          ? {
              ...row,
              evidence: [...row.evidence, evidence],
              restsOnNotEvidence: restsOnNotEvidence([...row.evidence, evidence]),
            }
          : row,
      );
      become({ ...current(), rows });
      return ok(evidence);
    },
    'evidence/remove': () => ok(savedNow('remove')),
    'book/read': () =>
      ok({
        checks: 186,
        unread: [14, 97],
        remarks: [
          {
            kind: 'repeated',
            place: '15103综采工作面',
            figure: '0.32/0.1',
            rows: [12, 18, 24, 30, 36, 42, 48, 54, 60],
          },
          { kind: 'sameRound', by: '张三', length: 4, rows: [12, 13, 15, 16, 42, 43, 44, 45, 72, 73, 74, 75] },
          { kind: 'tooFast', by: '李四', from: '15103回风顺槽', to: '15105掘进面', minutes: 1, rows: [81, 82] },
        ],
      }),
    'blob/read': ({ blob }) =>
      blob === fakeHash('map')
        ? ok({ mime: 'image/svg+xml', bytes: btoa(PLAN) })
        : fail({ code: 'not_found', what: 'blob' }),
    'finding/raise': ({ inspectionId, itemId, placeId, fact, severity }) => {
      const finding = {
        findingId: fakeId(fact),
        inspectionId,
        itemId,
        placeId,
        fact,
        severity,
        state: 'raised',
        savedAt: fakeNow,
      };
      become({ ...current(), findings: [...current().findings, finding] });
      return ok(finding);
    },
    ...fakeFindingHandlers(scene, () => sheet),
    'signoff/articles': () =>
      ok(scene === 'gas' ? (limitsAt('faceReturn', 'CH4', FAKE_DAY) ?? []).map(({ citation }) => citation) : []),
    'signoff/check': () =>
      ok(
        current()
          .rows.filter((row) => row.status === 'unanswered' || row.status === 'unknown')
          .map((row) => ({
            itemId: row.itemId,
            placeId: row.placeId,
            why: row.status === 'unanswered' ? ('unanswered' as const) : ('no-reason' as const),
          })),
      ),
    'signoff/sign': () => {
      become({
        ...current(),
        summary: { ...current().summary, signedAt: fakeNow },
        signoffs: [...current().signoffs, { by: '赵志强', at: fakeNow, gaps: 0, own: true }],
      });
      return ok({ ...savedNow('sign'), sealedTo: 1292 });
    },
  };
}
