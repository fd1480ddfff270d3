import type { Alarm } from '../../live/alarm-model.ts';
import { gasFormula } from '../../live/gas-formula.ts';
import type { ChannelHere } from '../../live/use-channels.ts';
import { Mark } from '../../marks/mark.tsx';
import type { MarkKind } from '../../marks/mark-kind.ts';
import { useWords } from '../../words/words.ts';
import { TileBody } from './tile-body.tsx';
import { calmWord, type TileState, tileState, tileTone } from './tile-model.ts';
import './tile.css';

export interface TileProps {
  readonly here: ChannelHere;
  readonly alarm: Alarm | null;
  readonly now: number;
  readonly placeChosen: boolean;
  readonly unplugged: boolean;
  /** When the line of its instrument came alive; null where it is not. */
  readonly lineSince: number | null;
  readonly settings: Readonly<Record<string, string | number>> | undefined;
  readonly onOpen: () => void;
}

type WordKind = Exclude<TileState['kind'], 'value'>;

const marks = {
  overRange: 'overRange',
  stale: 'stale',
  warmup: 'warmup',
  calibrating: 'warmup',
  underRange: 'fault',
  fault: 'fault',
  asks: 'unknown',
  invalid: 'fault',
} as const satisfies Readonly<Record<WordKind, MarkKind>>;

const words = {
  overRange: 'overRange',
  stale: 'stale',
  warmup: 'warmup',
  calibrating: 'calibrating',
  underRange: 'underRange',
  fault: 'fault',
  asks: 'needsConfirm',
  invalid: 'invalid',
} as const satisfies Readonly<Record<WordKind, string>>;

function StateWord({ state, calm }: { readonly state: TileState; readonly calm: ReturnType<typeof calmWord> }) {
  const { t } = useWords();
  if (state.kind === 'value' && state.level === null) return <span className="tile-state">{t(calm)}</span>;
  const kind = state.kind === 'value' ? (`alarm${state.level ?? 3}` as const) : marks[state.kind];
  return (
    <span className="tile-state" data-strong="">
      <Mark kind={kind} size={22} />
      {t(`marks.${state.kind === 'value' ? (`alarm${state.level ?? 3}` as const) : words[state.kind]}`)}
    </span>
  );
}

/** One channel: name, state, value or its word, limit and margin, the way it goes, its age. Opens basis and raw bytes. */
export function Tile(props: TileProps) {
  const { t } = useWords();
  const { here, onOpen } = props;
  const { gas } = here.channel.latest.reading;
  const state = tileState(here, props.alarm, props.unplugged);
  const instrument = instrumentName(here);
  return (
    <article className="tile" data-tone={tileTone(state)} data-state={state.kind}>
      <header className="tile-head">
        <strong>{gasFormula(gas)}</strong>
        <span>
          {t(`gases.${gas}`)} · {instrument}
        </span>
        <StateWord state={state} calm={calmWord(here.judged, props.placeChosen)} />
      </header>
      <TileBody {...props} state={state} />
      <button
        type="button"
        className="tile-open"
        aria-label={t('live.detail.open', { gas: t(`gases.${gas}`), instrument })}
        onClick={onOpen}
      />
    </article>
  );
}

/** What a person calls the instrument: its number, else its model, else its driver. */
export const instrumentName = (here: ChannelHere): string =>
  here.instrument?.serialNumber || here.instrument?.model || here.channel.latest.reading.instrument.slice(0, 4);
