import { useState } from 'react';
import type { CompanyRow } from '../../../../../electron/ports/company-models.ts';
import { boundOf, type CompanyLimit, type Tightenable } from '../../../../../rules/packs/company.ts';
import { isoDate } from '../../../../../vocabulary/time.ts';
import { Card } from '../../../../parts/card.tsx';
import { DayField } from '../../../../parts/day-field.tsx';
import { LimitButton } from '../../../../parts/limit-button.tsx';
import { useDeed } from '../../../../ports/questions.ts';
import { useWords } from '../../../../words/words.ts';
import { FormFoot } from '../form-foot.tsx';
import { TextField } from '../text-field.tsx';
import { figureOf, figureTrouble, type TypedFigure } from './company-draft.ts';
import { ownRowOf, useLawWords, withUnit } from './law-words.ts';

export interface CompanyFormProps {
  readonly mine: string;
  readonly law: Tightenable;
  readonly rows: readonly CompanyRow[];
  readonly today: string;
  readonly onDone: () => void;
}

/** One figure of the mine's own document. The document entered last is offered again: one paper holds many figures. */
export function CompanyForm({ mine, law, rows, today, onDone }: CompanyFormProps) {
  const { t, pick } = useWords();
  const lawWords = useLawWords()(law);
  const own = ownRowOf(rows, law)?.limit;
  const last = own ?? rows.toSorted((a, b) => b.at - a.at)[0]?.limit;
  const [typed, setTyped] = useState<TypedFigure>({
    value: own?.value ?? '',
    title: last?.title ?? '',
    article: own?.article ?? '',
    from: last?.from ?? '',
  });
  const put = useDeed((ports, limit: CompanyLimit) => ports.recorder.ask('company/put', { mine, limit }));
  const type = (more: Partial<TypedFigure>) => setTyped({ ...typed, ...more });
  const trouble = figureTrouble(law, typed.value);
  const wrong = {
    bad: t('areas.badNumber'),
    notStricter: t(`company.notStricter.${boundOf(law)}`, {
      law: withUnit(law.figures[0] ?? '', law.unit),
    }),
  };
  const draft = figureOf(law, typed, today);
  return (
    <Card
      title={pick(law.title)}
      aside={<LimitButton limit={`${t('company.law')} ${lawWords}`} citations={[law.citation]} />}
      grow
    >
      <div className="mine-form">
        <TextField
          label={t('company.value')}
          numeric
          unit={law.unit}
          value={typed.value}
          wrong={trouble && wrong[trouble]}
          onChange={(value) => type({ value })}
        />
        <DayField
          label={t('company.from')}
          value={typed.from}
          wrong={typed.from > today ? t('company.notYet') : null}
          onChange={(from) => type({ from })}
        />
        <TextField label={t('company.document')} value={typed.title} onChange={(title) => type({ title })} />
        <TextField
          label={t('company.article')}
          hint={t('company.articleHint')}
          value={typed.article}
          onChange={(article) => type({ article: article.slice(0, 60) })}
        />
      </div>
      <FormFoot
        saving={put}
        missing={[
          [t('company.value'), typed.value.trim() === '' || trouble !== null],
          [t('company.from'), !isoDate.safeParse(typed.from).success || typed.from > today],
          [t('company.document'), typed.title.trim() === ''],
        ]}
        disabled={!draft}
        onCancel={onDone}
        onKeep={() => draft && void put.run(draft).then((done) => done.ok && onDone())}
      />
    </Card>
  );
}
