import { type FieldKey, specOf } from '../../../rules/assessment/fields.ts';
import { convert } from '../../../rules/live/convert.ts';
import type { Reading } from '../../../vocabulary/reading.ts';
import { showReading } from '../../parts/quantity-text.ts';
import { isStale } from '../../ports/live-model.ts';
import { useLive, useReach } from '../../ports/ports-context.tsx';
import { useWords } from '../../words/words.ts';
import type { Offer } from './figure-field.tsx';

/** What a detector says now that may be put into a field: a current methane reading whose unit is settled. */
export function useOffers(): (field: FieldKey) => Offer | null {
  const { t } = useWords();
  const live = useLive();
  const { now } = useReach();
  const current = [...live.channels.values()].filter((channel) => !isStale(live, channel, now()));
  const offers = current.flatMap(({ latest: { reading } }) => offerOf(reading) ?? []);
  return (field) => {
    const spec = specOf(field);
    return 'gas' in spec && spec.gas ? (offers[0] ?? null) : null;
  };

  /** Past the range is a reading too, and the gravest; any other word is none. */
  function offerOf(reading: Reading): Offer | null {
    if (reading.gas !== 'CH4') return null;
    if (reading.value.quality === 'over_range')
      return { value: { quality: 'over_range' }, words: t('marks.overRange'), reading };
    if (reading.value.quality !== 'ok') return null;
    const converted = convert('CH4', reading.value.amount, reading.value.unit, '%VOL');
    if (converted.is !== 'exact') return null;
    const shown = showReading({ quality: 'ok', amount: converted.amount, unit: '%VOL' }, 'CH4', false);
    const words = shown.kind === 'number' ? `${shown.amount}\u00a0${shown.unit}` : '';
    return { value: converted.amount, words, reading };
  }
}
