import type { Figures } from './measure.ts';
import type { Goal, Workload } from './workload.ts';

type Measured = ReadonlyMap<string, Figures | null>;

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Three figures; bytes of memory in MB. */
function show(key: string, value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '';
  const shown = key === 'rssBytes' ? value / 1e6 : value;
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(shown) || 1)));
  return shown.toLocaleString('en', { maximumFractionDigits: Math.min(digits, 4) });
}

/** How many times as much as in another row. */
function times(figures: Figures | null | undefined, other: Figures | null | undefined, key: string): string {
  const ratio = (figures?.[key] ?? Number.NaN) / (other?.[key] ?? Number.NaN);
  return Number.isNaN(ratio) ? '' : `${ratio.toFixed(2)}×`;
}

function rowOf(workload: Workload, measured: Measured, name: string): string {
  const figures = measured.get(name);
  const keys = Object.values(workload.columns);
  const [first = ''] = keys;
  if (!figures) return line([name, ...keys.map(() => ''), 'not run']);
  const against = times(figures, measured.get(workload.against), first);
  const plain = workload.plain ? [times(figures, measured.get(workload.plain), first)] : [];
  return line([name, ...keys.map((key) => show(key, figures[key])), against, ...plain]);
}

const columnOf = ({ columns }: Workload, figure: string): string | undefined =>
  Object.entries(columns)
    .find(([, key]) => key === figure)?.[0]
    ?.trim();

/** A goal and what was reached. */
function goalLine({ name, figure, most, against }: Goal, workload: Workload, measured: Measured): string {
  const own = measured.get(name);
  const column = columnOf(workload, figure) ?? figure;
  if (against === null) {
    const reached = own?.[figure] ?? Number.NaN;
    return `- ${name}, ${column}: ${show(figure, reached)}, goal ≤ ${show(figure, most)}${verdict(reached, most)}`;
  }
  const other = against ?? workload.against;
  // Against another figure of the same contender, or the same figure of another.
  const base = measured.has(other) ? measured.get(other)?.[figure] : own?.[other];
  const ratio = (own?.[figure] ?? Number.NaN) / (base ?? Number.NaN);
  const whom = measured.has(other) ? other : (columnOf(workload, other) ?? other);
  return `- ${name}, ${column} against ${whom}: ${ratio.toFixed(2)}×, goal ≤ ${most}×${verdict(ratio, most)}`;
}

const verdict = (reached: number, most: number): string =>
  reached <= most ? '' : Number.isNaN(reached) ? ': not run' : ': **missed**';

/** One workload as a section of the results. */
export function describe(workload: Workload, size: number, measured: Measured, about: string): string {
  const plain = workload.plain ? [`times ${workload.plain}`] : [];
  const head = ['contender', ...Object.keys(workload.columns), `times ${workload.against}`, ...plain];
  const rows = [...measured.keys()].map((name) => rowOf(workload, measured, name));
  const goals = workload.goals.map((goal) => goalLine(goal, workload, measured));
  const table = [line(head), line(head.map(() => '---')), ...rows].join('\n');
  return `## ${workload.title} (${size.toLocaleString('en')})\n\n${about}\n\n${table}\n\n${goals.join('\n')}`;
}
