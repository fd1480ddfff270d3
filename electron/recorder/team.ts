import type { ProjectionRow } from '../../db/projections/registry.ts';
import { entityId, personId } from '../../vocabulary/ids.ts';
import { isoDate } from '../../vocabulary/time.ts';
import type { Assignment, InspectionTeam, Part, TeamOfficer } from '../ports/team-models.ts';
import { plansInForce } from './sheet-rows.ts';
import type { SheetSource } from './sheet-source.ts';

/** Who inspects and who checks what: the plan's, then as parts have passed on. */
export function teamOf(
  source: SheetSource,
  inspection: string,
  opened: ProjectionRow<'inspections'> | null,
): InspectionTeam {
  const [plan] = plansInForce(source, inspection);
  const people = new Set([...(plan?.officers ?? []), ...(opened?.officers ?? [])]);
  return {
    planId: plan ? entityId.parse(plan.plan) : null,
    period: plan ? { from: isoDate.parse(plan.from), to: isoDate.parse(plan.to) } : null,
    officers: [...people].map((id) => officerOf(source, id)),
    assignments: assignmentsOf(source, inspection, plan?.assignments ?? []),
  };
}

/** The team's name as its officers say it; empty where nobody has named one. */
export const teamName = ({ officers }: InspectionTeam): string =>
  officers.find(({ team }) => team.trim() !== '')?.team ?? '';

export function officerOf(source: SheetSource, id: string): TeamOfficer {
  const person = source.person(id);
  return {
    personId: personId.parse(id),
    name: person?.name ?? source.nameOf(id),
    certificateNo: person?.certificateNo ?? '',
    team: person?.team ?? '',
  };
}

const partKey = (part: Part): string => ('place' in part ? `place ${part.place}` : `group ${part.group}`);

function assignmentsOf(source: SheetSource, inspection: string, planned: readonly Assignment[]): Assignment[] {
  const parts = new Map(planned.map((one) => [partKey(one.part), one]));
  for (const { to, parts: given } of source.handovers(inspection).toSorted((a, b) => a.at - b.at || a.seq - b.seq))
    for (const part of given) parts.set(partKey(part), { officer: personId.parse(to), part });
  return [...parts.values()];
}
