import type { ListedFinding } from '../../../electron/ports/finding-models.ts';
import type { FindingRow } from '../../../electron/ports/inspection-models.ts';
import { Mark } from '../../marks/mark.tsx';
import { verdictMark } from '../../marks/verdict-mark.ts';
import type { ListColumn } from '../../parts/list-table/list-model.ts';
import { dayAndTime } from '../../words/format.ts';
import type { SpokenWords } from '../../words/words.ts';

type T = SpokenWords['t'];

/** What a person wrote, as it was written; the way to its row and the documents there is beside it. */
export const Said = ({ words }: { readonly words: string }) => <span data-said="">{words}</span>;

export const stateWords = (t: T, state: FindingRow['state']): string =>
  state === 'raised' ? t('findings.states.raised') : t('findings.states.unknown', { state });

/** Mark and word of how grave it is. */
export const Severity = ({
  severity,
  words,
}: {
  readonly severity: FindingRow['severity'];
  readonly words: string;
}) => (
  <span className="cell-mark">
    <Mark kind={verdictMark('fail', severity)} size={20} />
    {words}
  </span>
);

export const findingColumns = (
  t: T,
  titleOf: (itemId: string) => string | null,
): readonly ListColumn<ListedFinding>[] => [
  { key: 'mine', title: t('findings.columns.mine'), value: ({ mine }) => mine, width: 10, under: 'place' },
  {
    key: 'place',
    title: t('findings.columns.place'),
    value: ({ place }) => place ?? t('today.wholeMine'),
    width: 13,
  },
  {
    key: 'fact',
    title: t('findings.columns.fact'),
    value: ({ finding }) => finding.fact,
    cell: ({ finding }) => <Said words={finding.fact} />,
    under: 'item',
  },
  { key: 'item', title: t('findings.columns.item'), value: ({ finding }) => titleOf(finding.itemId) },
  {
    key: 'severity',
    title: t('findings.columns.severity'),
    value: ({ finding }) => (finding.severity === 'major' ? 1 : 0),
    look: ({ finding }) => t(`marks.${finding.severity}`),
    cell: ({ finding }) => <Severity severity={finding.severity} words={t(`marks.${finding.severity}`)} />,
    width: 8,
  },
  {
    key: 'date',
    title: t('findings.columns.date'),
    value: ({ finding }) => finding.savedAt,
    look: ({ finding }) => dayAndTime(finding.savedAt),
    cell: ({ finding }) => dayAndTime(finding.savedAt),
    width: 9,
  },
  {
    key: 'state',
    title: t('findings.columns.state'),
    value: ({ finding }) => stateWords(t, finding.state),
    width: 7,
  },
];
