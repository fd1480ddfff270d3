import type { FactInput } from '../../../../rules/facts/describe-fact.ts';
import type { Offers } from '../../../../rules/sites/offers.ts';
import { Button } from '../../../parts/button.tsx';
import { useWords } from '../../../words/words.ts';
import type { Typed } from '../fact-entry.ts';
import type { Answering } from '../use-answering.ts';

export interface OfferedFactsProps {
  readonly fields: readonly FactInput[];
  readonly answering: Pick<Answering, 'typed'> & { readonly offers?: Offers };
  readonly onSite?: ((placeId: string) => void) | undefined;
  readonly placeOf?: ((placeId: string) => string) | undefined;
}

/** Facts entered once at a site, by the place they are from: they are read here and changed there. */
export function OfferedFacts({ fields, answering, onSite, placeOf }: OfferedFactsProps) {
  const { t, pick } = useWords();
  const byPlace = Map.groupBy(fields, ({ key }) => answering.offers?.[key]?.placeId ?? '');
  return [...byPlace].map(([placeId, taken]) => (
    <section key={placeId} className="offered-facts">
      <p>
        <span className="text-small">{t('site.from', { name: placeOf?.(placeId) ?? '' })}</span>
        {onSite && (
          <Button kind="quiet" size="small" onPress={() => onSite(placeId)}>
            {t('site.change')}
          </Button>
        )}
      </p>
      <dl>
        {taken.map((field) => (
          <div key={field.key}>
            <dt>{pick(field.label)}</dt>
            <dd>
              <Said field={field} value={answering.typed[field.key]} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}

function Said({ field, value }: { readonly field: FactInput; readonly value: Typed | undefined }) {
  const { t, pick } = useWords();
  if (typeof value === 'boolean') return t(value ? 'check.facts.yes' : 'check.facts.no');
  if (typeof value !== 'string') return t('common.none');
  const option = field.options.find((one) => one.value === value);
  return option ? pick(option.label) : `${value} ${field.unit ?? ''}`.trimEnd();
}
