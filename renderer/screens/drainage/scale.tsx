import { type AssessedFigure, margin, shownFigure } from '../../../rules/assessment/figures.ts';
import { useWords } from '../../words/words.ts';
import { FigureLimit } from './figure-limit.tsx';
import { amountText, limitText } from './unit-model.ts';

const WIDTH = 1000;

/** Where the ends of the scale lie: around the limit, wide enough for the figure. */
function endsOf(value: number, limit: number): readonly [low: number, high: number] {
  const low = Math.max(0, Math.min(limit * 0.7, value * 0.9));
  const high = Math.max(limit * 1.7, value * 1.1);
  return [low, high === low ? low + 1 : high];
}

/** A figure beside its limit: grey until the limit is reached, then the forbidden side takes the colour. */
export function Scale({ figure }: { readonly figure: AssessedFigure }) {
  const { t, pick } = useWords();
  const stands = margin(figure);
  if (figure.limit === null || stands === null) return null;
  const [value, limit] = [Number(figure.amount), Number(figure.limit)];
  const [low, high] = endsOf(value, limit);
  const at = (one: number) => ((Math.min(high, Math.max(low, one)) - low) / (high - low)) * WIDTH;
  const below = figure.comparator === '>=' || figure.comparator === '>';
  const percent = (one: number) => `${at(one) / 10}%`;
  const side = at(value) > WIDTH * 0.85 ? 'left' : 'right';
  return (
    <figure
      className="drainage-scale"
      data-broken={stands.kept ? undefined : ''}
      aria-label={t('drainage.verdict.scale', {
        name: `${pick(figure.label)} ${amountText(figure)}`,
        limit: limitText(figure),
      })}
    >
      <div className="drainage-scale-value" data-side={side} style={{ left: percent(value) }}>
        <svg viewBox="0 0 14 11" width="14" height="11" aria-hidden="true">
          <path d="M0 0h14L7 11z" fill="currentColor" />
        </svg>
        <strong>{amountText(figure)}</strong>
      </div>
      <div className="drainage-scale-bar">
        <span
          className="drainage-scale-forbidden"
          style={below ? { left: 0, width: percent(limit) } : { left: percent(limit), right: 0 }}
        />
        <span className="drainage-scale-limit" style={{ left: percent(limit) }} />
      </div>
      <div className="drainage-scale-ends text-faint">
        <span>
          {shownFigure(low.toFixed(2), null)} {figure.unit}
        </span>
        <span className="drainage-scale-limit-words" style={{ left: percent(limit) }}>
          <FigureLimit figure={figure} say={(limit) => t('drainage.compare.limit', { limit })} />
        </span>
        <span>
          {shownFigure(high.toFixed(2), null)} {figure.unit}
        </span>
      </div>
    </figure>
  );
}
