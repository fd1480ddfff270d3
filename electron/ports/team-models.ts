import { z } from 'zod';
import { entityId, personId, placeId } from '../../vocabulary/ids.ts';
import { isoDate } from '../../vocabulary/time.ts';

/** Who inspects: on paper an officer stands with the number of the certificate. */
export const officerDraft = z.strictObject({
  name: z.string().trim().min(1).max(40),
  certificateNo: z.string().trim().min(1).max(40),
});

/** A part of an inspection that one officer checks: a place, or a group of the rows that concern the whole mine. */
export const part = z.union([z.strictObject({ place: placeId }), z.strictObject({ group: z.string() })]);
export type Part = z.infer<typeof part>;

export const assignment = z.strictObject({ officer: personId, part });
export type Assignment = z.infer<typeof assignment>;

/** The days in which an inspection is owed, both included. */
export const period = z.strictObject({ from: isoDate, to: isoDate });

const teamOfficer = z.strictObject({
  personId,
  name: z.string(),
  certificateNo: z.string(),
  team: z.string(),
});
export type TeamOfficer = z.infer<typeof teamOfficer>;

/** Who inspects and who checks what, as the plan has it and as parts have passed on since. */
export const inspectionTeam = z.strictObject({
  planId: entityId.nullable(),
  period: period.nullable(),
  officers: z.array(teamOfficer),
  assignments: z.array(assignment),
});
export type InspectionTeam = z.infer<typeof inspectionTeam>;

/** The same person on another machine has another id: on paper the name and the number count. */
export const isSamePerson = (
  a: Pick<TeamOfficer, 'name' | 'certificateNo'>,
  b: Pick<TeamOfficer, 'name' | 'certificateNo'> | null | undefined,
): boolean => b !== null && b !== undefined && a.name === b.name && a.certificateNo === b.certificateNo;
