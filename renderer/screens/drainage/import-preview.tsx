import { fieldLabel } from '../../../rules/assessment/fields.ts';
import type { TableTrouble } from '../../../rules/assessment/table/read-row.ts';
import type { TableUnit } from '../../../rules/assessment/table/read-table.ts';
import { Card } from '../../parts/card.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { useWords } from '../../words/words.ts';

/** Every cell and row that is left out, by its name in the sheet and why. */
export function Troubles({ troubles }: { readonly troubles: readonly TableTrouble[] }) {
  const { t, pick } = useWords();
  if (troubles.length === 0) return null;
  const say = ({ kind, row, cell, field, text, unit }: TableTrouble): string => {
    const words = t(`drainage.importing.trouble.${kind}`, { text, unit, row: text });
    if (cell === null) return t('drainage.importing.trouble.row', { row, words });
    return t('drainage.importing.trouble.cell', { cell, label: field ? pick(fieldLabel(field)) : '', words });
  };
  return (
    <Card title={t('drainage.importing.kinds.troubled')} aside={t('drainage.importing.fixThem')} tone="unknown">
      <ul className="drainage-troubles">
        {troubles.map((trouble) => (
          <li key={JSON.stringify(trouble)}>{say(trouble)}</li>
        ))}
      </ul>
    </Card>
  );
}

/** The units that were read, with how much of each would come in. */
export function FoundUnits({ units }: { readonly units: readonly TableUnit[] }) {
  const { t } = useWords();
  return (
    <Card title={t('drainage.importing.preview')}>
      <PlainTable
        label={t('drainage.importing.preview')}
        rows={units}
        rowKey={({ row }) => String(row)}
        columns={[
          { key: 'unit', title: t('drainage.importing.unit'), cell: ({ name }) => name },
          { key: 'face', title: t('drainage.importing.face'), cell: ({ mine, face }) => `${mine} ${face}` },
          {
            key: 'period',
            title: t('drainage.importing.period'),
            cell: ({ year, quarter }) => t('drainage.quarterShort', { year, quarter }),
          },
          {
            key: 'figures',
            title: t('drainage.columns.amount'),
            number: true,
            cell: ({ figures }) => String(figures.length),
          },
          {
            key: 'points',
            title: t('drainage.points.title'),
            number: true,
            cell: ({ points }) => String(points.length),
          },
        ]}
      />
    </Card>
  );
}
