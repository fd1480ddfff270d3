import type { ProjectionRow } from '../../db/projections/registry.ts';
import type { EventRecord } from '../../db/record.ts';
import { countStandings, type Standing, standingOf } from '../../rules/checklist/completeness.ts';
import { type Leg, type TooFast, tooFast } from '../../rules/checklist/pace.ts';
import { entityId, inspectionId, itemId, type PlaceId, placeId } from '../../vocabulary/ids.ts';
import type { Place } from '../../vocabulary/place.ts';
import { ok } from '../../vocabulary/result.ts';
import { beijingDay, epochMs, isoDate } from '../../vocabulary/time.ts';
import type { FastRow, OwedRow, OwedUnit } from '../ports/completeness-models.ts';
import { inspectionKind, type SheetRow } from '../ports/inspection-models.ts';
import type { Desk } from './desk.ts';
import type { Some } from './methods.ts';
import { owedOf, placesOf, rowsOf } from './sheet-rows.ts';
import { readSource, type SheetSource } from './sheet-source.ts';
import { gapKey, type SignedGap, signaturesInOrder, signedGaps } from './signed.ts';
import { teamName, teamOf } from './team.ts';

type Opened = ProjectionRow<'inspections'>;
type Plan = ProjectionRow<'plans'>;

/** One inspection that was owed or made, with its obligations as they stand. */
interface Unit {
  readonly about: Omit<OwedUnit, 'completeness' | 'tooFast'>;
  readonly rows: readonly OwedRow[];
  readonly fast: readonly TooFast[];
  readonly places: readonly Place[];
}

type CompletenessMethods = 'completeness/overview' | 'completeness/rows' | 'completeness/fast';

/** Obligations against records over everything held here: counted from what was owed, not from what was handed in. */
export function completenessHandlers(desk: Desk): Some<CompletenessMethods> {
  return {
    'completeness/overview': () => {
      const record = desk.need();
      if (!record.ok) return record;
      const units = readUnits(record.value).map(({ about, rows, fast }) => ({
        ...about,
        completeness: countStandings(rows.map((row) => ({ ...row, explained: row.reason !== '' }))),
        tooFast: fast.length,
      }));
      return ok({ today: beijingDay(desk.clock.wall()), units });
    },
    'completeness/rows': ({ standings, begunOnly, limit, ...filter }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const rows = readUnits(record.value)
        .filter(({ about }) => isAsked(about, filter) && !(begunOnly && isUntouched(about)))
        .flatMap((unit) => unit.rows.filter(({ standing }) => standings.includes(standing)));
      return ok({ rows: rows.slice(0, limit), total: rows.length });
    },
    'completeness/fast': (filter) => {
      const record = desk.need();
      if (!record.ok) return record;
      const { nameOf } = readSource(record.value);
      return ok(
        readUnits(record.value)
          .filter(({ about }) => isAsked(about, filter))
          .flatMap((unit) => fastRows(unit, nameOf)),
      );
    },
  };
}

interface Filter {
  readonly team?: string | undefined;
  readonly month?: string | undefined;
  readonly inspectionId?: string | undefined;
}

const isUntouched = ({ state }: Unit['about']) => state === 'notStarted' || state === 'cancelled';

const isAsked = (about: Unit['about'], { team, month, inspectionId: id }: Filter): boolean =>
  (team === undefined || about.team === team) &&
  (month === undefined || about.month === month) &&
  (id === undefined || about.inspectionId === id);

/** Every plan and every inspection once, the one that was due last first. */
function readUnits(record: EventRecord): Unit[] {
  const source = readSource(record);
  const opened = new Map(source.inspections.map((row) => [row.inspection, row]));
  const plans = new Map(record.rows('plans').map((row) => [row.inspection, row]));
  return [...new Set([...plans.keys(), ...opened.keys()])]
    .map((id) => unitOf(source, id, plans.get(id) ?? null, opened.get(id) ?? null))
    .sort((a, b) => Date.parse(b.about.period.to) - Date.parse(a.about.period.to));
}

function unitOf(source: SheetSource, id: string, plan: Plan | null, opened: Opened | null): Unit {
  const about = aboutOf(source, id, plan, opened);
  const places = opened ? placesOf(source, opened) : (plan?.places ?? []);
  const sheet = opened ? rowsOf(source, opened, places) : [];
  const answered = new Map(sheet.map((row) => [gapKey(row.itemId, row.placeId), row]));
  const gaps = signedGaps(source, id);
  const signers =
    source.signoffs(id).length > 0 ? [...new Set(signaturesInOrder(source, id).map(({ name }) => name))] : [];
  const nameOf = (place: string | null) => places.find((one) => one.placeId === place)?.name ?? null;
  const rows = owedOf(source, id, places, opened).map(({ item, placeId: at }): OwedRow => {
    const key = gapKey(item.id, at);
    const row = answered.get(key) ?? null;
    if (about.cancelled) return leftOut(about, item.id, at, nameOf(at));
    const standing = standingOf(row && { status: row.status, reason: row.answer?.reason ?? '' });
    return {
      ...aboutRow(about),
      itemId: item.id,
      placeId: at,
      place: nameOf(at),
      standing,
      status: row?.status ?? 'unanswered',
      ...whyOf(standing, row, gaps.get(key) ?? null),
      signers,
    };
  });
  return { about, rows, places, fast: tooFast(timedAnswers(source, id), legsOf(plan)) };
}

function aboutOf(source: SheetSource, id: string, plan: Plan | null, opened: Opened | null): Unit['about'] {
  const known = plan ?? opened;
  if (!known) throw new Error('an inspection without plan and opening');
  const isBegun = opened !== null;
  const day = opened?.date ?? plan?.from ?? '';
  const period = plan ? { from: plan.from, to: plan.to } : { from: day, to: day };
  const begun = source.signoffs(id).length > 0 ? 'signed' : 'open';
  return {
    inspectionId: inspectionId.parse(id),
    planId: plan && entityId.parse(plan.plan),
    planNo: plan?.no ?? opened?.plan ?? '',
    kind: inspectionKind.parse(known.kind),
    mine: known.mine,
    team: teamNameOf(source, id, plan, opened),
    month: period.to.slice(0, 7),
    period: { from: isoDate.parse(period.from), to: isoDate.parse(period.to) },
    state: isBegun ? begun : plan?.cancelled ? 'cancelled' : 'notStarted',
    cancelled: isBegun || !plan ? null : cancelledOf(source, plan),
  };
}

/** A plan that was taken back is no longer the inspection's team, and still was somebody's. */
function teamNameOf(source: SheetSource, id: string, plan: Plan | null, opened: Opened | null): string {
  const team = teamName(teamOf(source, id, opened));
  return team || (plan?.officers ?? []).map((one) => source.person(one)?.team ?? '').find((one) => one !== '') || '';
}

const aboutRow = ({ inspectionId: id, planId, mine, team, month }: Unit['about']) => ({
  inspectionId: id,
  planId,
  mine,
  team,
  month,
});

/** A row of an inspection that was taken back: left out with all the others. */
const leftOut = (about: Unit['about'], item: OwedRow['itemId'], at: PlaceId | null, place: string | null): OwedRow => ({
  ...aboutRow(about),
  itemId: item,
  placeId: at,
  place,
  standing: 'excluded',
  status: 'unanswered',
  reason: about.cancelled?.reason ?? '',
  by: about.cancelled?.by ?? null,
  at: about.cancelled?.at ?? null,
  signers: about.cancelled ? [about.cancelled.by] : [],
});

const cancelledOf = (source: SheetSource, { cancelled, author }: Plan): OwedUnit['cancelled'] =>
  cancelled && { reason: cancelled.reason, by: source.nameOf(author), at: epochMs.parse(cancelled.at) };

/** The reason a row gives for not being settled, and whose it is: its answer's, else the one written at the signing. */
function whyOf(standing: Standing, row: SheetRow | null, gap: SignedGap | null): Pick<OwedRow, 'reason' | 'by' | 'at'> {
  const { answer } = row ?? {};
  if (standing !== 'settled' && gap) return { reason: gap.reason, by: gap.by, at: gap.at };
  if (!answer) return { reason: '', by: null, at: null };
  return { reason: answer.reason, by: answer.author, at: answer.savedAt };
}

const legsOf = (plan: Plan | null): readonly Leg[] => plan?.legs ?? [];

const timedAnswers = (source: SheetSource, inspection: string) =>
  source
    .answers(inspection)
    .filter(({ outcome }) => outcome !== 'unanswered')
    .map(({ item, placeId: at, author, wall }) => ({
      itemId: itemId.parse(item),
      placeId: at === null ? null : placeId.parse(at),
      author,
      at: epochMs.parse(wall),
    }));

function fastRows({ about, fast, places }: Unit, nameOf: SheetSource['nameOf']): FastRow[] {
  const placeName = (id: string | null) => places.find((place) => place.placeId === id)?.name ?? '';
  return fast.map(({ author, before, after, took_s, needs_s, length_m }) => ({
    inspectionId: about.inspectionId,
    mine: about.mine,
    by: nameOf(author),
    itemId: after.itemId,
    place: placeName(after.placeId),
    beforePlace: placeName(before.placeId),
    placeId: after.placeId,
    at: after.at,
    took_s,
    needs_s,
    length_m,
  }));
}
