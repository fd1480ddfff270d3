import { distinct } from '../../../rules/citations.ts';
import type { LimitTick } from '../../../rules/live/limits-at.ts';
import { isCompany } from '../../../rules/packs/company.ts';
import type { Gas } from '../../../vocabulary/gas.ts';
import { LimitButton } from '../../parts/limit-button.tsx';
import { shownAmount } from '../../parts/quantity-text.ts';
import { useWords } from '../../words/words.ts';

const HEIGHT = 128;
const HEAD = 1.33;

export interface LimitBarProps {
  readonly gas: Gas;
  readonly amount: number;
  readonly ticks: readonly LimitTick[];
}

/** An analog bar: filled to the value, the limits labelled, the zone above the first grey until it is reached. */
export function LimitBar({ gas, amount, ticks }: LimitBarProps) {
  const { t } = useWords();
  const limits = ticks.map((tick) => Number(tick.value));
  const top = Math.max(...limits) * HEAD;
  const y = (value: number) => HEIGHT - (Math.min(Math.max(value, 0), top) / top) * HEIGHT;
  const first = Math.min(...limits);
  const said = ticks.map((tick) => shownAmount(tick.value, gas)).join(t('common.listJoin'));
  return (
    <LimitButton
      limit={t('live.limitWord', { value: said })}
      citations={distinct(ticks.map(({ citation }) => citation))}
    >
      <svg className="limit-bar" viewBox={`-16 -8 78 ${HEIGHT + 16}`} aria-hidden="true">
        <rect x="0" y="0" width="14" height={HEIGHT} className="limit-bar-well" />
        <rect
          x="0"
          y="0"
          width="14"
          height={y(first)}
          className="limit-bar-zone"
          data-reached={amount >= first || undefined}
        />
        <rect x="4" y={y(amount)} width="7" height={HEIGHT - y(amount)} className="limit-bar-fill" />
        {ticks.map((tick) => (
          <g key={`${tick.citation.document} ${tick.value}`} data-own={isCompany(tick.citation) || undefined}>
            <line x1="0" x2="20" y1={y(Number(tick.value))} y2={y(Number(tick.value))} />
            <text x="24" y={y(Number(tick.value)) + 4.5}>
              {isCompany(tick.citation) && t('company.short')}
              {shownAmount(tick.value, gas)}
            </text>
          </g>
        ))}
        <path d={`M-4 ${y(amount)} l-8 -5 v10 z`} className="limit-bar-pointer" />
      </svg>
    </LimitButton>
  );
}
