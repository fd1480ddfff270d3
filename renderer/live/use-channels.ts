import type { InstrumentRow } from '../../electron/ports/instrument-models.ts';
import type { InspectionId } from '../../vocabulary/ids.ts';
import { type IsoDate, isoDate } from '../../vocabulary/time.ts';
import { type ChannelLive, isStale } from '../ports/live-model.ts';
import { useLive, useNow } from '../ports/ports-context.tsx';
import { useInstruments } from '../ports/questions.ts';
import { useCompanyPacks } from '../ports/use-company.ts';
import { useCurrentInspection } from '../shell/current-inspection.ts';
import { isoDay } from '../words/format.ts';
import { channelKeyOf } from './alarm-facts.ts';
import type { Judged } from './alarm-model.ts';
import { type ChannelJudgement, channelJudgement } from './channel-judgement.ts';
import { UNCONFIRMED } from './doubts.ts';
import { type PlaceHere, usePlaceHere } from './place-here.ts';

/** One channel with everything its tile, its strip cell and the alarms need. */
export interface ChannelHere extends ChannelJudgement {
  readonly channel: ChannelLive;
  readonly stale: boolean;
  readonly instrument: InstrumentRow | null;
}

export interface ChannelsHere {
  readonly channels: readonly ChannelHere[];
  readonly place: PlaceHere | null;
  readonly date: IsoDate;
  readonly now: number;
  /** The inspection that is being made. */
  readonly inspectionId: InspectionId | null;
}

/** Product default (默认): a verification certificate that ends within so many days is worth a look. */
const CERTIFICATE_DAYS = 3;

/** One channel of each instrument whose certificate ends: the others would only say the same. */
function endingOn(channels: readonly ChannelLive[], instruments: readonly InstrumentRow[], now: number): Set<string> {
  const last = isoDay(now + CERTIFICATE_DAYS * 86_400_000);
  const ending = instruments.filter(({ certificateUntil }) => certificateUntil !== null && certificateUntil <= last);
  return new Set(
    ending.flatMap(
      ({ instrumentId }) => channels.find((one) => one.latest.reading.instrument === instrumentId)?.key ?? [],
    ),
  );
}

/** Names the channel of an instrument whichever line it hangs on, so that an alarm survives a new connection. */
export const alarmKey = (channel: ChannelLive): string => channelKeyOf(channel.latest.reading);

/** The channels in the order they first spoke, judged at the place where one stands. */
export function useChannels(): ChannelsHere {
  const live = useLive();
  const now = useNow();
  const place = usePlaceHere();
  const { summary } = useCurrentInspection();
  const open = summary?.signedAt === null ? summary : null;
  // the law of the day of the inspection; without one, of today
  const date = open ? open.date : isoDate.parse(isoDay(now));
  const instruments = useInstruments().value;
  const company = useCompanyPacks(open?.mine ?? null, date);
  const heard = [...live.channels.values()];
  const ending = endingOn(heard, instruments ?? [], now);
  const channels = heard.map((channel) => ({
    channel,
    stale: isStale(live, channel, now),
    instrument: instruments?.find((one) => one.instrumentId === channel.latest.reading.instrument) ?? null,
    // without a place only what holds everywhere is judged: toxic limits and over range
    ...channelJudgement(channel, place?.code ?? 'other', date, ending.has(channel.key), company),
  }));
  return { channels, place, date, now, inspectionId: open?.inspectionId ?? null };
}

/** What the alarms are told of a channel: a stale value is not known, whatever it was. */
export const judgedOf = (
  here: ChannelHere,
  { place, inspectionId }: Pick<ChannelsHere, 'place' | 'inspectionId'>,
): Judged => ({
  key: alarmKey(here.channel),
  gas: here.channel.latest.reading.gas,
  place: place ? (place.placeId ?? place.code) : null,
  where: place,
  source: {
    instrument: here.channel.latest.reading.instrument,
    channel: here.channel.latest.reading.channel,
    inspectionId,
  },
  sight: here.stale ? { kind: 'unknown' } : here.sight,
  isDoubted: here.channel.latest.flags.includes(UNCONFIRMED),
});
