import type { ReactNode } from 'react';
import { Mark } from '../marks/mark.tsx';
import { useWords } from '../words/words.ts';
import type { Shown } from './quantity-text.ts';
import './quantity.css';

export interface QuantityProps {
  readonly shown: Shown;
  readonly size?: 'live' | 'strip' | 'text';
  /** A tag beside the value, as 不作证据. */
  readonly tag?: ReactNode;
  /** Age of the value in milliseconds; left out where the value does not age. */
  readonly ageMs?: number;
}

/** Value, unit, mark and age. What is not a measurement is a word and never a digit. */
export function Quantity({ shown, size = 'text', tag, ageMs }: QuantityProps) {
  const { t } = useWords();
  return (
    <span className="quantity" data-size={size}>
      {shown.kind === 'number' ? (
        <>
          <span className="quantity-amount" style={{ minWidth: size === 'text' ? undefined : roomFor(shown.amount) }}>
            {shown.amount}
          </span>
          <span className="quantity-unit">{shown.unit}</span>
        </>
      ) : (
        <span className="quantity-word" data-grave={shown.word === 'overRange' ? '' : undefined}>
          {size !== 'strip' && <Mark kind={shown.mark} size={size === 'live' ? 32 : 18} />}
          {t(`marks.${shown.word}`)}
        </span>
      )}
      {tag}
      {ageMs !== undefined && <span className="quantity-age">{ageWords(t, ageMs)}</span>}
    </span>
  );
}

/** Room for the digits a value may take next, so that its unit stays where it is: a second whole one, where there are no decimals. */
function roomFor(amount: string): string {
  const decimals = amount.split('.')[1]?.length ?? 0;
  return decimals === 0 ? '2ch' : `${decimals + 1.4}ch`;
}

/** `0.4 秒前`, then whole seconds, then minutes. */
export function ageWords(t: ReturnType<typeof useWords>['t'], ageMs: number): string {
  if (ageMs < 2000) return t('parts.secondsAgo', { n: (ageMs / 1000).toFixed(1) });
  if (ageMs < 120_000) return t('parts.secondsAgo', { n: Math.floor(ageMs / 1000) });
  return t('parts.minutesAgo', { n: Math.floor(ageMs / 60_000) });
}
