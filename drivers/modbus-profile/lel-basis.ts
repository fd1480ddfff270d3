import type { GasUnit } from '../../vocabulary/quantity.ts';
import type { LelStandard } from '../requests/allowed-request.ts';
import type { Profile, ProfileChannel } from './profile.ts';

const unitsOf = ({ unit, unitFrom }: ProfileChannel): GasUnit[] =>
  unit === undefined ? Object.values(unitFrom?.map ?? {}) : [unit];

/** Whether a person has to say what 100 %LEL is: the profile, or the wire, says no more than %LEL. */
export const leavesLelOpen = ({ channels }: Profile): boolean =>
  channels.some((channel) => unitsOf(channel).includes('%LEL'));

/** The same profile with its plain %LEL named by the standard a person confirmed; without one it stays plain %LEL. */
export function withLelBasis(profile: Profile, basis: LelStandard | undefined): Profile {
  if (basis === undefined) return profile;
  const named = (unit: GasUnit): GasUnit => (unit === '%LEL' ? `%LEL(${basis})` : unit);
  const channels = profile.channels.map((channel): ProfileChannel => {
    if (channel.unit !== undefined) return { ...channel, unit: named(channel.unit) };
    if (channel.unitFrom === undefined) return channel;
    const map = Object.fromEntries(Object.entries(channel.unitFrom.map).map(([key, unit]) => [key, named(unit)]));
    return { ...channel, unitFrom: { ...channel.unitFrom, map } };
  });
  return { ...profile, channels };
}
