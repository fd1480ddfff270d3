import { useState } from 'react';
import { type AssessedFigure, margin, shownFigure } from '../../../rules/assessment/figures.ts';
import { PlainTable } from '../../parts/plain-table.tsx';
import { useKeys } from '../../shell/use-keys.ts';
import { useWords } from '../../words/words.ts';
import { FigureLimit } from './figure-limit.tsx';
import { amountText } from './unit-model.ts';

export interface TrendPoint {
  readonly key: string;
  readonly name: string;
  /** Null in a quarter without a figure: the line is not drawn across it. */
  readonly figure: AssessedFigure | null;
}

const [WIDTH, HEIGHT, PAD, RIGHT] = [360, 150, 22, 56];

/** A figure over the quarters against its limit, drawn to be read in black as well; T shows the same as a table. */
export function Trend({ title, points }: { readonly title: string; readonly points: readonly TrendPoint[] }) {
  const { t } = useWords();
  const [table, setTable] = useState(false);
  useKeys([{ key: 't', words: t('drainage.compare.table'), run: () => setTable((shown) => !shown) }]);
  return (
    <figure className="drainage-trend">
      <figcaption className="text-small">{title}</figcaption>
      {table ? <TrendTable title={title} points={points} /> : <TrendLine title={title} points={points} />}
    </figure>
  );
}

function TrendTable({ title, points }: { readonly title: string; readonly points: readonly TrendPoint[] }) {
  const { t } = useWords();
  const say = (limit: string) => t('drainage.compare.limit', { limit });
  return (
    <PlainTable
      label={title}
      rows={points}
      rowKey={({ key }) => key}
      columns={[
        { key: 'quarter', title: t('drainage.columns.quarter'), cell: ({ name }) => name },
        {
          key: 'amount',
          title: '',
          number: true,
          cell: ({ figure }) => (figure ? amountText(figure) : t('common.none')),
        },
        {
          key: 'limit',
          title: '',
          number: true,
          cell: ({ figure }) => figure && <FigureLimit figure={figure} say={say} />,
        },
      ]}
    />
  );
}

function TrendLine({ title, points }: { readonly title: string; readonly points: readonly TrendPoint[] }) {
  const { t } = useWords();
  const known = points.flatMap(({ figure }, at) => (figure ? [{ at, figure }] : []));
  const amounts = known.flatMap(({ figure }) => [
    Number(figure.amount),
    ...(figure.limit ? [Number(figure.limit)] : []),
  ]);
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)];
  const room = (most - least) * 0.2 || 1;
  const [low, high] = [Math.max(0, least - room), most + room];
  const x = (at: number) => PAD + (at / Math.max(1, points.length - 1)) * (WIDTH - PAD - RIGHT);
  const y = (amount: number) => PAD + (1 - (amount - low) / (high - low)) * (HEIGHT - 2 * PAD);
  const last = known.at(-1);
  const limit = last?.figure.limit ?? null;
  const broken = last ? margin(last.figure)?.kept === false : false;
  const below = last ? ['>=', '>'].includes(last.figure.comparator) : false;
  const edge = limit === null ? 0 : y(Number(limit));
  const path = known.map(({ at, figure }, place) => {
    const joined = place > 0 && known[place - 1]?.at === at - 1;
    return `${joined ? 'L' : 'M'}${x(at)} ${y(Number(figure.amount))}`;
  });
  return (
    <div className="drainage-trend-ground">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title} data-broken={broken ? '' : undefined}>
        {limit !== null && (
          <>
            <rect
              className="drainage-trend-zone"
              x={PAD}
              width={WIDTH - PAD - RIGHT}
              y={below ? edge : PAD}
              height={Math.max(0, below ? HEIGHT - PAD - edge : edge - PAD)}
            />
            <line className="drainage-trend-limit" x1={PAD} x2={WIDTH - RIGHT} y1={edge} y2={edge} />
          </>
        )}
        <path className="drainage-trend-line" d={path.join('')} />
        {known.map(({ at, figure }) => (
          <circle
            key={at}
            className={margin(figure)?.kept === false ? 'drainage-trend-bad' : undefined}
            cx={x(at)}
            cy={y(Number(figure.amount))}
            r={at === last?.at ? 5 : 3}
          />
        ))}
        {last && (
          <text className="drainage-trend-now" x={x(last.at) + 9} y={y(Number(last.figure.amount)) + 4}>
            {shownFigure(last.figure.amount, last.figure.limit)}
          </text>
        )}
        <text x={PAD} y={HEIGHT - 4}>
          {points[0]?.name}
        </text>
        <text x={WIDTH - RIGHT} y={HEIGHT - 4} textAnchor="end">
          {points.at(-1)?.name}
        </text>
      </svg>
      {last && limit !== null && (
        <span
          className="drainage-trend-limit-words"
          data-above={below ? '' : undefined}
          style={{ left: `${(PAD / WIDTH) * 100}%`, top: `${(edge / HEIGHT) * 100}%` }}
        >
          <FigureLimit figure={last.figure} say={(words) => t('drainage.compare.limit', { limit: words })} />
        </span>
      )}
    </div>
  );
}
