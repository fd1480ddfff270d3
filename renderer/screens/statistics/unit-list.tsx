import type { OwedUnit } from '../../../electron/ports/completeness-models.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { useWords } from '../../words/words.ts';
import { CompletenessBar } from './completeness-bar.tsx';
import type { Chosen } from './statistics-model.ts';

const marks = { notStarted: 'unanswered', open: 'current', signed: 'sealed', cancelled: 'notApplicable' } as const;

/** The inspections one by one; one of them can be looked at alone. */
export function UnitList({
  units,
  onChoose,
}: {
  readonly units: readonly OwedUnit[];
  readonly onChoose: (chosen: Chosen) => void;
}) {
  const { t } = useWords();
  return (
    <ul className="card-rows">
      {units.map((unit) => (
        <li key={unit.inspectionId} className="card-row">
          <Mark kind={marks[unit.state]} />
          <div className="card-row-words owed-unit">
            <p>
              <strong>{unit.mine}</strong>　{t(`inspectionKinds.${unit.kind}`)}　{t(`statistics.states.${unit.state}`)}
            </p>
            <CompletenessBar counts={unit.completeness} />
            <p className="text-small">
              {t('statistics.line', { ...unit.completeness })}
              {`　${t('statistics.period', unit.period)}`}
            </p>
          </div>
          <Button size="small" onPress={() => onChoose({ inspectionId: unit.inspectionId })}>
            {t('statistics.seeThis')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
