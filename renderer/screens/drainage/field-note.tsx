import { isOptional } from '../../../rules/assessment/asked.ts';
import { type FieldKey, fieldUnit } from '../../../rules/assessment/fields.ts';
import type { Clash } from '../../../rules/assessment/values.ts';
import { Button } from '../../parts/button.tsx';
import { UnknownTag } from '../../parts/tag.tsx';
import { useWords } from '../../words/words.ts';
import { readDraft, textOf } from './drafts.ts';
import type { Offer } from './figure-field.tsx';
import { withUnit } from './unit-model.ts';
import type { Figures } from './use-figures.ts';

export interface FieldNoteProps {
  readonly id: string;
  readonly field: FieldKey;
  readonly figures: Figures;
  readonly clash: Clash | undefined;
  readonly offer: Offer | null;
  readonly onSettle: (amount: string) => void;
}

/** What stands under a field: what is wrong, a question, where the figure is from, or nothing. */
export function FieldNote(props: FieldNoteProps) {
  const { id, field, figures, clash, offer } = props;
  const { t, say } = useWords();
  const draft = figures.draftOf(field);
  const read = draft ? readDraft(field, draft) : null;
  if (draft?.fault) return <Wrong id={id} words={t('drainage.field.failed', { reason: say(draft.fault) })} />;
  if (read?.is === 'trouble') return <Wrong id={id} words={t(`drainage.field.${read.trouble}`)} />;
  if (read?.is === 'asks') return <Question {...props} amount={read.amount} meant={read.meant} />;
  if (clash) return <Wrong id={id} words={t(`drainage.field.${clash.kind}`, { ...clash.amounts })} />;
  return (
    <p id={id} className="drainage-note">
      <Origin field={field} figures={figures} />
      {offer && !draft && (
        <Button
          size="small"
          kind="quiet"
          keyName="L"
          onPress={() => figures.putReading(field, offer.value, offer.reading)}
        >
          {t('drainage.field.useReading', { value: offer.words })}
        </Button>
      )}
    </p>
  );
}

const Wrong = ({ id, words }: { readonly id: string; readonly words: string }) => (
  <p id={id} className="drainage-note" data-wrong="">
    {words}
  </p>
);

/** An unlikely figure is not believed before a person has said so. */
function Question({
  id,
  field,
  amount,
  meant,
  onSettle,
}: FieldNoteProps & {
  readonly amount: string;
  readonly meant: { readonly unit: string; readonly amount: string } | null;
}) {
  const { t } = useWords();
  const own = fieldUnit(field);
  return (
    <div id={id} className="drainage-note" data-wrong="" role="alert">
      <p>
        {t('drainage.field.asks', { amount, unit: own })}
        {meant && t('drainage.field.meant', { unit: meant.unit, amount: withUnit(meant.amount, own) })}
      </p>
      <div className="drainage-answers">
        {meant && (
          <Button size="small" keyName="Y" onPress={() => onSettle(meant.amount)}>
            {t('drainage.field.isMeant', { amount: withUnit(meant.amount, own) })}
          </Button>
        )}
        <Button size="small" keyName="N" onPress={() => onSettle(amount)}>
          {t('drainage.field.believe', { amount: withUnit(amount, own) })}
        </Button>
      </div>
    </div>
  );
}

/** Where a recorded figure comes from, where that is not the hand; and what another tablet says of it. */
function Origin({ field, figures }: Pick<FieldNoteProps, 'field' | 'figures'>) {
  const { t } = useWords();
  const figure = figures.figureOf(field);
  if (figures.draftOf(field)) return null;
  if (!figure || figure.value === null) return isOptional(field) ? <span>{t('drainage.field.optional')}</span> : null;
  if (figure.others.length > 0)
    return (
      <UnknownTag
        words={t('drainage.field.disputed', {
          others: figure.others.map((value) => textOf(value)).join(t('common.listJoin')),
        })}
      />
    );
  const { source } = figure;
  if (source.from === 'typed') return null;
  const cell = source.from === 'import' ? { name: source.name, cell: source.cell } : {};
  return (
    <>
      <span>{t(`drainage.field.source.${source.from}`, cell)}</span>
      {source.from === 'reading' && source.grade.grade === 'notEvidence' && (
        <UnknownTag words={t('marks.notEvidence')} />
      )}
    </>
  );
}
