import { useRef, useState } from 'react';
import type { AssessmentRow } from '../../../electron/ports/assessment-models.ts';
import { everyPoint } from '../../../rules/assessment/points.ts';
import type { FieldValues } from '../../../rules/assessment/values.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { useKeys } from '../../shell/use-keys.ts';
import { useWords } from '../../words/words.ts';
import { pointCells } from './point-draft.ts';
import { PointRow } from './point-row.tsx';
import { PointsSummary } from './points-summary.tsx';

export interface PointsCardProps {
  readonly row: AssessmentRow;
  readonly values: FieldValues;
}

/** The test points of a unit, one a line: Enter goes on from cell to cell and after the last to a new point. */
export function PointsCard({ row, values }: PointsCardProps) {
  const { t } = useWords();
  const table = useRef<HTMLTableElement>(null);
  const [opened, setOpened] = useState<readonly number[]>([]);
  const recorded = row.points.map(({ no }) => no);
  const numbers = [...new Set([...recorded, ...opened])].sort((a, b) => a - b);
  const next = (numbers.at(-1) ?? 0) + 1;
  const focus = (no: number, cell: number) =>
    table.current?.querySelector<HTMLInputElement>(`[data-point="${no}.${cell}"]`)?.focus();
  const add = () => {
    setOpened((before) => [...before, next]);
    requestAnimationFrame(() => focus(next, 0));
  };
  const move = (no: number, cell: number, by: 1 | -1) => {
    const at = numbers.indexOf(no);
    const to = at * pointCells.length + cell + by;
    const target = numbers[Math.floor(to / pointCells.length)];
    if (to < 0) return;
    if (target === undefined) return add();
    focus(target, to % pointCells.length);
  };
  useKeys([
    {
      key: 'm',
      words: t('drainage.keys.points'),
      run: () => (numbers[0] === undefined ? add() : focus(numbers[0], 0)),
    },
  ]);
  return (
    <Card title={t('drainage.points.title')} aside={t('drainage.points.aside')}>
      {numbers.length === 0 ? (
        <p className="text-small">{t('drainage.points.none')}</p>
      ) : (
        <table ref={table} className="drainage-points">
          <thead>
            <tr>
              <th scope="col">{t('drainage.points.no')}</th>
              {pointCells.map(({ key }) => (
                <th key={key} scope="col">
                  {t(`drainage.points.${key}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {numbers.map((no) => (
              <PointRow
                key={no}
                assessmentId={row.assessmentId}
                no={no}
                point={row.points.find((point) => point.no === no)}
                onMove={(cell, by) => move(no, cell, by)}
                onGone={() => setOpened((before) => before.filter((one) => one !== no))}
              />
            ))}
          </tbody>
        </table>
      )}
      <PointsSummary points={everyPoint(row.points)} values={values} />
      <Button size="small" icon="plus" keyName="M" onPress={add}>
        {t('drainage.points.add')}
      </Button>
    </Card>
  );
}
