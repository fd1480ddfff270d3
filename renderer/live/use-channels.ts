import type { InstrumentRow } from '../../electron/ports/recorder-port.ts';
import { type IsoDate, isoDate } from '../../vocabulary/time.ts';
import { type ChannelLive, isStale } from '../ports/live-model.ts';
import { useLive, useNow } from '../ports/ports-context.tsx';
import { useInstruments } from '../ports/questions.ts';
import { useCurrentInspection } from '../shell/current-inspection.ts';
import { isoDay } from '../words/format.ts';
import type { Judged } from './alarm-model.ts';
import { type ChannelJudgement, channelJudgement } from './channel-judgement.ts';
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
}

/** Names the channel of an instrument whichever line it hangs on, so that an alarm survives a new connection. */
export const alarmKey = (channel: ChannelLive): string =>
  `${channel.latest.reading.instrument}/${channel.latest.reading.channel}`;

/** The law of the day of the inspection; without one, of today. */
function useJudgingDate(now: number): IsoDate {
  const { summary } = useCurrentInspection();
  return summary && summary.signedAt === null ? summary.date : isoDate.parse(isoDay(now));
}

/** The channels in the order they first spoke, judged at the place where one stands. */
export function useChannels(): ChannelsHere {
  const live = useLive();
  const now = useNow();
  const place = usePlaceHere();
  const date = useJudgingDate(now);
  const instruments = useInstruments().value;
  const channels = [...live.channels.values()].map((channel) => ({
    channel,
    stale: isStale(live, channel, now),
    instrument: instruments?.find((one) => one.instrumentId === channel.latest.reading.instrument) ?? null,
    // without a place only what holds everywhere is judged: toxic limits and over range
    ...channelJudgement(channel, place?.code ?? 'other', date),
  }));
  return { channels, place, date, now };
}

/** What the alarms are told of a channel: a stale value is not known, whatever it was. */
export const judgedOf = (here: ChannelHere, place: PlaceHere | null): Judged => ({
  key: alarmKey(here.channel),
  gas: here.channel.latest.reading.gas,
  place: place ? (place.placeId ?? place.code) : null,
  sight: here.stale ? { kind: 'unknown' } : here.sight,
});
