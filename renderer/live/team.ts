import type { InspectionTeam, Part, TeamOfficer } from '../../electron/ports/team-models.ts';

/** Names a part, as a list and its buttons need it. */
export const partKey = (part: Part): string => ('place' in part ? `place ${part.place}` : `group ${part.group}`);

/** The same person on another device has another id: on paper the name and the number count. */
export const isSame = (
  a: Pick<TeamOfficer, 'name' | 'certificateNo'>,
  b: Pick<TeamOfficer, 'name' | 'certificateNo'> | null | undefined,
): boolean => b !== null && b !== undefined && a.name === b.name && a.certificateNo === b.certificateNo;

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
