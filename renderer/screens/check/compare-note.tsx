import type { InspectionSheet, SheetRow } from '../../../electron/ports/inspection-models.ts';
import {
  allowedDifference,
  type ComparedPrinciple,
  comparedPrinciples,
} from '../../../rules/instrument/allowed-difference.ts';
import { judgeLive } from '../../../rules/live/judge-live.ts';
import { decimalString } from '../../../vocabulary/quantity.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { UnknownTag } from '../../parts/tag.tsx';
import { useWords } from '../../words/words.ts';
import type { Answering } from './use-answering.ts';

export interface CompareNoteProps {
  readonly sheet: InspectionSheet;
  readonly row: SheetRow;
  readonly answering: Answering;
}

const pairs: readonly (readonly [ComparedPrinciple, ComparedPrinciple])[] = comparedPrinciples.map((portable) => [
  'catalytic',
  portable,
]);

/** A sensor beside a portable: how far they may lie apart, and what follows where they do. */
export function CompareNote({ sheet, row, answering }: CompareNoteProps) {
  const { t } = useWords();
  const { typed, type, view } = answering;
  const sensor = decimalString.safeParse(typed.sensor_pct).data;
  const portable = decimalString.safeParse(typed.portable_pct).data;
  if (!sensor || !portable) return null;
  const larger = Number(sensor) > Number(portable) ? sensor : portable;
  const code = sheet.places.find(({ placeId }) => placeId === row.placeId)?.code ?? 'other';
  const governs = view?.verdict?.status === 'fail' && view.verdict.results.governing_pct !== null;
  const { verdict } = judgeLive(
    code,
    { gas: 'CH4', value: { quality: 'ok', amount: larger, unit: '%VOL' } },
    sheet.summary.date,
  );
  const actions = (verdict?.actions ?? []).map((action) => t(`live.actions.${action}`)).join(t('common.listJoin'));
  return (
    <section className="sensor-table">
      <h2>
        {t('check.compare.title')} <UnknownTag words={t('marks.needsCheck')} />
      </h2>
      <p className="text-small">{t('check.compare.how')}</p>
      <div className="compare-pairs">
        {pairs.map(([one, other]) => {
          const found = allowedDifference(one, other, larger, sheet.summary.date);
          if (!found) return null;
          return (
            <Button
              key={other}
              size="small"
              pressed={typed.allowedDifference_pct === found.allowed_pct}
              onPress={() => type('allowedDifference_pct', found.allowed_pct)}
            >
              {t('check.compare.pair', { other: t(`check.compare.principles.${other}`), value: found.allowed_pct })}
            </Button>
          );
        })}
      </div>
      {governs && (
        <p className="cell-mark">
          <Mark kind={verdict?.status === 'fail' ? 'fail' : 'ring'} size={20} />
          {t('check.compare.governs', { value: larger })}
          {actions !== '' && t('check.verdict.actions', { list: actions })}
        </p>
      )}
    </section>
  );
}
