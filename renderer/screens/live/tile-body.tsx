import type { LimitTick } from '../../../rules/live/limits-at.ts';
import { isCompany } from '../../../rules/packs/company.ts';
import type { Gas } from '../../../vocabulary/gas.ts';
import type { ActionCode } from '../../../vocabulary/verdict.ts';
import { useDoubts } from '../../live/doubts.ts';
import { sayAmount, sayShortActions } from '../../live/say-alarm.ts';
import { LimitButton } from '../../parts/limit-button.tsx';
import { ageWords, Quantity } from '../../parts/quantity.tsx';
import { shownAmount, shownUnit, showReading } from '../../parts/quantity-text.ts';
import { UnknownTag } from '../../parts/tag.tsx';
import { ageOf } from '../../ports/live-model.ts';
import { clockSeconds } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { LelQuestion } from './lel-question.tsx';
import { LimitBar } from './limit-bar.tsx';
import { HatchedTrend, Sparkline } from './sparkline.tsx';
import type { TileProps } from './tile.tsx';
import { companyTicks, minutesSeconds, type TileState, warmSince, warmupLeft } from './tile-model.ts';
import { UnitQuestion } from './unit-question.tsx';

type BodyProps = TileProps & { readonly state: TileState };

export function TileBody(props: BodyProps) {
  const { state } = props;
  if (state.kind === 'value') return <ValueBody {...props} />;
  if (state.kind === 'stale') return <StaleBody {...props} state={state} />;
  if (state.kind === 'warmup') return <WarmupBody {...props} />;
  if (state.kind === 'asks') return <UnitQuestion here={props.here} open={state.open} />;
  return <WordBody {...props} />;
}

function EvidenceTag({ here }: BodyProps) {
  const { t } = useWords();
  return useDoubts()(here.channel).length > 0 ? <UnknownTag words={t('marks.notEvidence')} /> : null;
}

function ValueBody(props: BodyProps) {
  const { here, now } = props;
  const { reading } = here.channel.latest;
  const upper = here.judged.ticks?.filter(isUpper) ?? [];
  const sameUnit = reading.value.unit === upper[0]?.unit;
  const amount = reading.value.quality === 'ok' ? Number(reading.value.amount) : 0;
  // both limits and what is asked leave no room for the curve; age and trend in words stay
  const crowded = companyTicks(here).length > 0 && requiredOf(here).length > 0;
  return (
    <div className="tile-body">
      <div className="tile-main">
        <Quantity size="live" shown={showReading(reading.value, reading.gas, false)} tag={<EvidenceTag {...props} />} />
        <LimitLine {...props} />
        <CompanyLine here={here} />
        <Required here={here} />
        {reading.gas === 'CH4' && reading.value.unit === '%LEL' ? (
          <LelQuestion here={here} />
        ) : crowded ? null : (
          <Sparkline
            history={here.channel.history}
            now={now}
            limit={sameUnit && upper[0] ? Number((here.judged.margin?.limit ?? upper[0]).value) : null}
          />
        )}
        <TileFoot {...props} />
      </div>
      {sameUnit && upper.length > 0 && (
        <LimitBar gas={reading.gas} amount={amount} ticks={[...upper, ...companyTicks(here).filter(isUpper)]} />
      )}
    </div>
  );
}

const isUpper = ({ reachedWhen }: LimitTick): boolean => reachedWhen.startsWith('>');

function TickLimit({ tick, gas }: { readonly tick: LimitTick; readonly gas: Gas }) {
  const { t } = useWords();
  return (
    <LimitButton limit={t('live.limitWord', { value: shownAmount(tick.value, gas) })} citations={[tick.citation]} />
  );
}

/** The nearest of the mine's own stricter figures, beside the law's and marked as what it is. */
function CompanyLine({ here }: { readonly here: BodyProps['here'] }) {
  const { t } = useWords();
  const { gas } = here.channel.latest.reading;
  const margin = here.byCompany?.margin;
  const [first] = companyTicks(here);
  const limit = margin && isCompany(margin.limit.citation) ? margin.limit : first;
  if (!limit) return null;
  return (
    <p className="tile-limit">
      {t('company.mark')} <TickLimit tick={limit} gas={gas} />
      {margin?.limit === limit && (
        <>
          {'\u3000'}
          {t(margin.over ? 'live.overWord' : 'live.marginWord')} <strong>{shownAmount(margin.amount, gas)}</strong>
        </>
      )}
    </p>
  );
}

/** Limit and margin of the chosen place, or why there is none. */
function LimitLine({ here, alarm, now, placeChosen }: BodyProps) {
  const { t } = useWords();
  const { gas } = here.channel.latest.reading;
  const { margin, ticks } = here.judged;
  if (!ticks) return <p className="tile-limit">{!placeChosen && t('live.choosePlace')}</p>;
  if (!margin)
    return (
      <p className="tile-limit">
        {t('live.cannotCompare', { unit: shownUnit(here.channel.latest.reading.value.unit) })}
      </p>
    );
  const amount = shownAmount(margin.amount, gas);
  if (margin.over)
    return (
      <p className="tile-limit">
        <strong>
          {t('live.overWord')} {amount}
        </strong>
        {'\u3000'}
        {alarm && !alarm.cleared && t('live.lasting', { time: minutesSeconds(now - alarm.since.wall) })}
      </p>
    );
  return (
    <p className="tile-limit">
      <TickLimit tick={margin.limit} gas={gas} />
      {'\u3000'}
      {t('live.marginWord')} <strong>{amount}</strong>
    </p>
  );
}

function requiredOf({ sight }: BodyProps['here']): readonly ActionCode[] {
  if (sight.kind === 'unknown') return [];
  return sight.kind === 'overRange' || sight.level !== 3 ? sight.cause.actions : [];
}

/** What the article asks now, beside the number that asks it. */
function Required({ here }: { readonly here: BodyProps['here'] }) {
  const { t } = useWords();
  const actions = requiredOf(here);
  if (actions.length === 0) return null;
  return <p className="tile-required">{sayShortActions(t, actions)}</p>;
}

function TileFoot({ here, now }: BodyProps) {
  const { t } = useWords();
  const { trend } = here;
  const { gas } = here.channel.latest.reading;
  const words =
    trend.kind === 'up' || trend.kind === 'down'
      ? t(`live.trend.${trend.kind}`, { minutes: trend.minutes, by: shownAmount(trend.by.toFixed(4), gas) })
      : t(`live.trend.${trend.kind}`);
  return (
    <p className="tile-foot">
      <span>{ageWords(t, ageOf(here.channel, now))}</span>
      <span data-strong={trend.kind === 'up' || undefined}>{words}</span>
    </p>
  );
}

function StaleBody({ here, now, state, alarm }: BodyProps & { readonly state: TileState & { kind: 'stale' } }) {
  const { t } = useWords();
  const { lastMeasured } = here.channel;
  const age = ageOf(here.channel, now);
  const value = lastMeasured?.reading.value;
  const last =
    value?.quality === 'ok' ? sayAmount(value.amount, lastMeasured?.reading.gas ?? 'unknown', value.unit) : null;
  const words = state.inAlarm
    ? alarm?.last.text === null || last === null
      ? t('live.staleInAlarmOver')
      : t('live.staleInAlarm', { value: last })
    : state.unplugged
      ? t('live.unplugged')
      : last === null
        ? t('live.neverMeasured')
        : t('live.lastWas', { time: clockSeconds(lastMeasured?.reading.time.wall ?? 0), value: last });
  return (
    <div className="tile-body">
      <div className="tile-main">
        <p className="tile-word">{t('marks.noData')}</p>
        <p className="tile-limit" data-grave={state.inAlarm || undefined}>
          {words}
        </p>
        <HatchedTrend />
        <p className="tile-foot">
          <span>
            {age < 120_000
              ? t('live.stale', { seconds: Math.floor(age / 1000) })
              : t('live.staleMinutes', { minutes: Math.floor(age / 60_000) })}
          </span>
        </p>
      </div>
    </div>
  );
}

function WarmupBody({ here, now, settings, lineSince }: BodyProps) {
  const { t } = useWords();
  const wait = warmupLeft(settings, warmSince(here.channel, lineSince), now);
  return (
    <div className="tile-body">
      <div className="tile-main">
        <p className="tile-word">
          {wait && wait.left > 0 ? t('live.warmupLeft', { time: minutesSeconds(wait.left) }) : t('marks.warmup')}
        </p>
        <p className="tile-limit">{t('live.warmupHow')}</p>
        {wait && (
          <>
            <div className="tile-progress" aria-hidden="true">
              <span style={{ width: `${(1 - wait.left / wait.all) * 100}%` }} />
            </div>
            <p className="tile-foot">
              {wait.all % 60_000 === 0
                ? t('live.warmupOf', { minutes: wait.all / 60_000 })
                : t('live.warmupSeconds', { seconds: Math.round(wait.all / 1000) })}
            </p>
          </>
        )}
      </div>
    </div>
  );
}

/** Over range, under range, fault, calibrating, unusable: the word stands where the number stood. */
function WordBody(props: BodyProps) {
  const { t } = useWords();
  const { here, state, now } = props;
  const { value, gas } = here.channel.latest.reading;
  const shown = showReading(value, gas, false);
  const how = () => {
    if (state.kind === 'overRange') return t('live.overHow');
    if (state.kind === 'underRange') return t('live.underHow');
    if (state.kind === 'calibrating') return t('live.calibratingHow');
    if (state.kind === 'invalid') return t('live.invalidHow', { detail: state.detail });
    return state.kind === 'fault' && state.code ? t('live.faultCode', { code: state.code }) : t('live.faultHow');
  };
  return (
    <div className="tile-body">
      <div className="tile-main">
        <p className="tile-word">{shown.kind === 'word' && t(`marks.${shown.word}`)}</p>
        <p className="tile-limit">{how()}</p>
        <Required here={here} />
        <p className="tile-foot">
          <span>{ageWords(t, ageOf(here.channel, now))}</span>
        </p>
      </div>
    </div>
  );
}
