import type { LimitTick } from '../../../rules/live/limits-at.ts';
import { isCompany } from '../../../rules/packs/company.ts';
import type { ActionCode } from '../../../vocabulary/verdict.ts';
import type { Alarm } from '../../live/alarm-model.ts';
import type { ChartColumns } from '../../live/chart-columns.ts';
import type { ChannelHere } from '../../live/use-channels.ts';
import { shownAmount, shownUnit } from '../../parts/quantity-text.ts';
import type { Span } from '../../ports/live-model.ts';
import type { SpokenWords } from '../../words/words.ts';
import { minutesSeconds } from './tile-model.ts';

type T = SpokenWords['t'];

/** One limit as it is painted: its words, the colour of what lies beyond it, and whether that is reached now. */
export interface SceneTick {
  readonly value: number;
  readonly upper: boolean;
  readonly words: string;
  readonly tone: 'danger' | 'warn';
  readonly reached: boolean;
}

/** What is painted behind and beside the line; colours come from the theme's variables. */
export interface ChartScene {
  readonly ticks: readonly SceneTick[];
  readonly holes: readonly (Span & { readonly words: string })[];
  readonly over: readonly Span[];
  readonly overWords: string;
  readonly now: { readonly value: number; readonly words: string; readonly tone: 'danger' | 'warn' | 'ink' } | null;
}

const toneOf = (tick: LimitTick): SceneTick['tone'] => (tick.actions.includes('withdraw') ? 'danger' : 'warn');

/** A band is grey until its limit is reached; then it has the colour of the alarm. */
const isReached = (tick: LimitTick, alarm: Alarm | null): boolean => {
  if (!alarm || alarm.cleared) return false;
  if (alarm.cause.why === 'overRange') return true;
  return alarm.cause.reached && (toneOf(tick) === 'warn' || alarm.level === 1);
};

export function sceneTicks(t: T, here: ChannelHere, alarm: Alarm | null, ticks: readonly LimitTick[]): SceneTick[] {
  const { gas } = here.channel.latest.reading;
  return ticks.map((tick) => ({
    value: Number(tick.value),
    upper: tick.reachedWhen.startsWith('>'),
    words:
      `${isCompany(tick.citation) ? t('company.short') : ''}${shownAmount(tick.value, gas)} ${shortActions(t, tick)}`.trim(),
    tone: toneOf(tick),
    reached: isReached(tick, alarm),
  }));
}

/** `停·断·撤`: what cannot wait, as far as a line's end has room; the rest is in the drawer. */
const shortActions = (t: T, { actions }: LimitTick): string => {
  const urgent = actions.filter((action) => isUrgent(action));
  if (urgent.length > 1) return urgent.map((action) => t(`live.tinyActions.${action}`)).join(t('live.tinyJoin'));
  const [first] = urgent.length > 0 ? urgent : actions;
  return first ? t(`live.shortActions.${first}`) : '';
};

const urgentActions = ['stop-work', 'stop-work-within-20m', 'cut-power', 'withdraw'] as const;
type Urgent = (typeof urgentActions)[number];
const isUrgent = (action: ActionCode): action is Urgent => urgentActions.some((one) => one === action);

export function sceneOf(
  t: T,
  here: ChannelHere,
  alarm: Alarm | null,
  ticks: readonly LimitTick[],
  { holes, over }: Pick<ChartColumns, 'holes' | 'over'>,
): ChartScene {
  const { gas, value } = here.channel.latest.reading;
  const last = value.quality === 'ok' && !here.stale ? value : null;
  const marks = sceneTicks(t, here, alarm, ticks);
  const beyond = marks.findLast((tick) => last && (tick.upper ? Number(last.amount) >= tick.value : false));
  const words = last && `${shownAmount(last.amount, gas)} ${shownUnit(last.unit)}`;
  return {
    ticks: marks,
    holes: holes.map((hole) => ({ ...hole, words: minutesSeconds(hole.to - hole.from) })),
    over,
    overWords: t('marks.overRange'),
    now: last && words ? { value: Number(last.amount), words, tone: beyond?.reached ? beyond.tone : 'ink' } : null,
  };
}
