import type { InspectionTeam, Part, TeamOfficer } from '../../electron/ports/team-models.ts';

/** Names a part, as a list and its buttons need it. */
export const partKey = (part: Part): string => ('place' in part ? `place ${part.place}` : `group ${part.group}`);

/** Who checks a row: whoever has its place, or for a row of the whole mine its group; null where anybody may. */
export function checkerOf(
  { officers, assignments }: InspectionTeam,
  group: string,
  placeId: string | null,
): TeamOfficer | null {
  const found = assignments.find(({ part }) =>
    placeId === null ? 'group' in part && part.group === group : 'place' in part && part.place === placeId,
  );
  return found ? (officers.find(({ personId }) => personId === found.officer) ?? null) : null;
}
