import type { LimitTick } from '../../../rules/live/limits-at.ts';
import { isCompany } from '../../../rules/packs/company.ts';
import type { Alarm } from '../../live/alarm-model.ts';
import { type Unsettled, unsettledOf } from '../../live/strictest.ts';
import type { ChannelHere } from '../../live/use-channels.ts';

/** How a tile stands; each has a mark and a word of its own, and only `value` shows digits. */
export type TileState =
  | { readonly kind: 'value'; readonly level: 1 | 2 | 3 | null }
  | { readonly kind: 'overRange' }
  | { readonly kind: 'stale'; readonly inAlarm: boolean; readonly unplugged: boolean }
  | { readonly kind: 'warmup' }
  | { readonly kind: 'calibrating' }
  | { readonly kind: 'underRange' }
  | { readonly kind: 'fault'; readonly code: string | null }
  | { readonly kind: 'asks'; readonly open: Unsettled; readonly level: 1 | 2 | 3 | null }
  | { readonly kind: 'invalid'; readonly detail: string };

/** Codes are shown as they came; our own words for “the device says so” are none. */
const codeOf = (detail: string): string | null => (/^(0x)?[0-9A-Fa-f]{1,8}$/.test(detail) ? detail : null);

/** What is said of a channel. Stale goes before everything but keeps the alarm; over range before other words. */
export function tileState(here: ChannelHere, alarm: Alarm | null, unplugged: boolean): TileState {
  const { value } = here.channel.latest.reading;
  const level = alarm && !alarm.cleared ? alarm.level : here.sight.kind === 'measured' ? here.sight.level : null;
  if (here.stale) return { kind: 'stale', inAlarm: alarm !== null && !alarm.cleared, unplugged };
  switch (value.quality) {
    case 'ok':
      return { kind: 'value', level };
    case 'over_range':
      return { kind: 'overRange' };
    case 'under_range':
      return { kind: 'underRange' };
    case 'warmup':
      return { kind: 'warmup' };
    case 'calibrating':
      return { kind: 'calibrating' };
    case 'fault':
      return { kind: 'fault', code: codeOf(value.detail) };
    case 'invalid': {
      const open = unsettledOf(value);
      return open ? { kind: 'asks', open, level } : { kind: 'invalid', detail: value.detail };
    }
    default:
      return { kind: 'stale', inAlarm: alarm !== null && !alarm.cleared, unplugged };
  }
}

/** What is said of a value that raises no alarm: normal is only what a limit was held against and passed. */
export function calmWord({ verdict, ticks }: Pick<ChannelHere['judged'], 'verdict' | 'ticks'>, placeChosen: boolean) {
  if (verdict?.status === 'pass') return 'marks.normal';
  if (ticks !== null) return 'live.notJudged';
  return placeChosen ? 'live.noLimit' : 'live.withoutLimit';
}

/** The mine's own stricter figures among the limits of a channel. */
export const companyTicks = ({ byCompany }: Pick<ChannelHere, 'byCompany'>): readonly LimitTick[] =>
  byCompany?.ticks?.filter(({ citation }) => isCompany(citation)) ?? [];

/** The colour meaning of a tile; grey where all is well. */
export function tileTone(state: TileState): 'plain' | 'danger' | 'warn' | 'note' | 'unknown' {
  if (state.kind === 'overRange') return 'danger';
  const level = state.kind === 'value' || state.kind === 'asks' ? state.level : null;
  if (state.kind === 'asks' && level === null) return 'unknown';
  if (state.kind === 'value' || state.kind === 'asks')
    return level === 1 ? 'danger' : level === 2 ? 'warn' : level === 3 ? 'note' : 'plain';
  return 'unknown';
}

/** What is left of a warm-up in milliseconds, and how long it takes in all; null where the length is not known. */
export function warmupLeft(
  settings: Readonly<Record<string, string | number>> | undefined,
  since: number,
  now: number,
): { readonly left: number; readonly all: number } | null {
  const all = Number(settings?.warmupMs);
  if (!Number.isFinite(all) || all <= 0) return null;
  return { all, left: Math.max(0, all - (now - since)) };
}

/**
 * Since when it warms up: where nothing was measured yet, since its line came alive, which a page loaded in between
 * did not hear; after a measurement, since the word came.
 */
export const warmSince = ({ since, lastMeasured }: ChannelHere['channel'], lineSince: number | null): number =>
  lastMeasured === null && lineSince !== null ? Math.min(since, lineSince) : since;

/** `1:15` */
export const minutesSeconds = (ms: number): string => {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};
