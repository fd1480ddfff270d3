import { useMemo, useReducer } from 'react';
import type { AssessmentRow, FigureRow } from '../../../electron/ports/assessment-models.ts';
import { type Assessment, createAssessor, ownSubs } from '../../../rules/assessment/assess.ts';
import type { FieldKey } from '../../../rules/assessment/fields.ts';
import { assessGravest } from '../../../rules/assessment/gravest.ts';
import { everyPoint, withPoints } from '../../../rules/assessment/points.ts';
import type { SubId } from '../../../rules/assessment/steps.words.ts';
import type { Judged } from '../../../rules/assessment/subs.ts';
import { type FieldValues, valuesOf } from '../../../rules/assessment/values.ts';
import type { Reading } from '../../../vocabulary/reading.ts';
import type { FactValue } from '../../../vocabulary/verdict.ts';
import { useReach } from '../../ports/ports-context.tsx';
import { useCompanyPacks } from '../../ports/use-company.ts';
import { type Draft, type Drafts, keysOf, leave, typedDraft, valuesWith } from './drafts.ts';

/** What was typed and is not recorded yet, by unit; it outlives a look at another screen, not the program. */
const kept = new Map<string, Drafts>();

export interface Figures {
  readonly values: FieldValues;
  readonly assessment: Assessment;
  /** What the mine's own stricter figures say beside it, where they have a part. */
  readonly byCompany: Partial<Record<SubId, Judged>>;
  readonly draftOf: (key: FieldKey) => Draft | undefined;
  readonly figureOf: (key: FieldKey) => FigureRow | undefined;
  /** Puts into the field what was typed; nothing is recorded yet. */
  readonly type: (key: FieldKey, draft: Draft) => void;
  /** Records what stands in the field, if it can stand. */
  readonly commit: (key: FieldKey, draft?: Draft) => void;
  readonly putReading: (key: FieldKey, value: FactValue, reading: Reading) => void;
}

/** Everything between a key press and the recorder's word that a figure is kept, with the verdicts as they stand. */
export function useFigures(row: AssessmentRow): Figures {
  const { ports } = useReach();
  const [, repaint] = useReducer((count: number) => count + 1, 0);
  const unit = row.assessmentId;
  const recorded = useMemo(() => valuesOf(row.figures), [row.figures]);
  const figures = useMemo(() => new Map(row.figures.map((figure) => [figure.field, figure])), [row.figures]);
  const assess = useMemo(() => (unit ? createAssessor(row.date) : createAssessor(row.date)), [unit, row.date]);
  const packs = useCompanyPacks(row.mine, row.date);
  const assessOwn = useMemo(() => packs && createAssessor(row.date, undefined, packs), [row.date, packs]);
  const drafts = stillOpen(kept.get(unit) ?? {}, figures);
  const points = useMemo(() => everyPoint(row.points), [row.points]);
  const values = withPoints(valuesWith(recorded.values, drafts), points);
  const become = (next: Drafts) => {
    kept.set(unit, next);
    repaint();
  };
  const set = (key: FieldKey, draft: Draft) => become({ ...kept.get(unit), [key]: draft });
  const send = (key: FieldKey, given: Draft, value: FactValue, reading: Reading | null) => {
    const draft = { ...given, isUnderway: true, fault: null };
    set(key, draft);
    const figure = { field: key, value, believed: draft.believed, reading };
    void ports.recorder.ask('assessment/put', { assessmentId: unit, figure }).then((reply) => {
      // what was typed meanwhile is newer than the answer
      if (kept.get(unit)?.[key] !== draft) return;
      const done = { ...draft, isUnderway: false };
      set(key, reply.ok ? { ...done, savedAt: reply.value.savedAt } : { ...done, fault: reply.fault });
    });
  };
  const commit = (key: FieldKey, given?: Draft) => {
    const draft = given ?? kept.get(unit)?.[key];
    if (!draft) return;
    const leaving = leave(key, draft, figures.get(key)?.value ?? null);
    if (leaving.is === 'record') send(key, draft, leaving.value, null);
    else if (leaving.is === 'drop') become(without(kept.get(unit), key));
    else if (given) set(key, given);
  };
  const assessment = assessGravest(assess, values, recorded.others, points);
  // of a result that stands the record says what the mine's figures were then
  const stands = keysOf(drafts).length === 0 && row.conclusion?.outdated === false ? row.conclusion : null;
  const own = assessOwn && assessGravest(assessOwn, values, recorded.others, points);
  return {
    values,
    assessment,
    byCompany: stands ? recordedOwn(stands.byCompany) : own ? ownSubs(assessment, own) : {},
    draftOf: (key) => drafts[key],
    figureOf: (key) => figures.get(key),
    type: set,
    commit,
    putReading: (key, value, reading) => {
      const text = typeof value === 'string' ? value : '';
      send(key, typedDraft(text, true), value, reading);
    },
  };
}

const recordedOwn = (kept: NonNullable<AssessmentRow['conclusion']>['byCompany']): Figures['byCompany'] =>
  Object.fromEntries(kept.map(({ sub, verdict }) => [sub, { verdict, missing: [] }]));

const without = (drafts: Drafts | undefined, key: FieldKey): Drafts => {
  const { [key]: _, ...rest } = drafts ?? {};
  return rest;
};

/** Drafts that the record has caught up with say nothing more. */
function stillOpen(drafts: Drafts, figures: ReadonlyMap<FieldKey, FigureRow>): Drafts {
  const open = keysOf(drafts).filter((key) => {
    const savedAt = drafts[key]?.savedAt ?? null;
    return savedAt === null || (figures.get(key)?.savedAt ?? 0) < savedAt;
  });
  return Object.fromEntries(open.map((key) => [key, drafts[key]]));
}
