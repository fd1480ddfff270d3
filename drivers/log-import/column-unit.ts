import type { Gas } from '../../vocabulary/gas.ts';
import type { GasUnit } from '../../vocabulary/quantity.ts';
import type { LogQuestion } from './imported-log.ts';
import type { LogSettings } from './log-settings.ts';

/** Gases of which `%` can mean per cent by volume once the user has said so. */
const BY_VOLUME: ReadonlySet<Gas> = new Set<Gas>(['CH4', 'CO2', 'O2']);

/** A gas column as the file writes it. */
export interface SaidColumn {
  readonly gas: Gas;
  readonly unit: GasUnit | '%' | null;
}

/** The gas as the user has said. */
export const gasOf = ({ gas }: SaidColumn, { comb }: LogSettings): Gas =>
  gas === 'COMB' && comb === 'CH4' ? 'CH4' : gas;

/** The unit where it is beyond doubt; `%` needs a word of the user, and for other gases than these it is never taken. */
export function unitFor({ gas, unit }: SaidColumn, { percent, combPercent }: LogSettings): GasUnit | null {
  if (unit !== '%') return unit;
  const said = gas === 'COMB' ? combPercent : BY_VOLUME.has(gas) ? percent : undefined;
  return said === undefined || said === 'unknown' ? null : said;
}

/** What has to be asked about gases and their units. */
export function columnQuestions(columns: readonly SaidColumn[], settings: LogSettings): LogQuestion[] {
  const asked: readonly (readonly [LogQuestion, boolean])[] = [
    ['percent', settings.percent === undefined && columns.some(({ gas, unit }) => unit === '%' && BY_VOLUME.has(gas))],
    ['comb', settings.comb === undefined && columns.some(({ gas }) => gas === 'COMB')],
    [
      'comb_percent',
      settings.combPercent === undefined && columns.some(({ gas, unit }) => gas === 'COMB' && unit === '%'),
    ],
  ];
  return asked.flatMap(([question, isOpen]) => (isOpen ? [question] : []));
}
