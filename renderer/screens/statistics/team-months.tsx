import type { OwedUnit } from '../../../electron/ports/completeness-models.ts';
import { Card } from '../../parts/card.tsx';
import { type SpokenWords, useWords } from '../../words/words.ts';
import { CompletenessBar } from './completeness-bar.tsx';
import { type Chosen, sumOf, teamMonths } from './statistics-model.ts';

export const monthWords = (month: string, t: SpokenWords['t']): string => {
  const [year = '', number = ''] = month.split('-');
  return t('statistics.month', { year, month: number });
};

/** Owed against done, by month and team; a bar chooses what is listed beside it. */
export function TeamMonths({
  units,
  chosen,
  onChoose,
}: {
  readonly units: readonly OwedUnit[];
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}) {
  const { t } = useWords();
  const sum = sumOf(units);
  const isAll = Object.keys(chosen).length === 0;
  return (
    <Card flush grow title={t('statistics.owed')}>
      <ul className="card-rows">
        <Bar
          title={t('statistics.total')}
          aside={t('statistics.inspections', { n: units.length })}
          counts={sum}
          pressed={isAll}
          onPress={() => onChoose({})}
        />
        {teamMonths(units).map(({ month, team, units: n, sum: counts }) => (
          <Bar
            key={`${month} ${team}`}
            title={`${monthWords(month, t)}　${team || t('statistics.noTeam')}`}
            aside={t('statistics.inspections', { n })}
            counts={counts}
            pressed={chosen.inspectionId === undefined && chosen.team === team && chosen.month === month}
            onPress={() => onChoose({ team, month })}
          />
        ))}
      </ul>
    </Card>
  );
}

interface BarProps {
  readonly title: string;
  readonly aside: string;
  readonly counts: ReturnType<typeof sumOf>;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function Bar({ title, aside, counts, pressed, onPress }: BarProps) {
  const { t } = useWords();
  return (
    <li>
      <button type="button" className="owed-bar" aria-pressed={pressed} onClick={onPress}>
        <span className="owed-bar-head">
          <span>{title}</span>
          <span className="text-small">{aside}</span>
        </span>
        <CompletenessBar counts={counts} />
        <span className="text-small">{t('statistics.line', { ...counts })}</span>
      </button>
    </li>
  );
}
