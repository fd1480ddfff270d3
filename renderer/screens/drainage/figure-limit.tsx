import type { AssessedFigure } from '../../../rules/assessment/figures.ts';
import { LimitButton } from '../../parts/limit-button.tsx';
import { limitText } from './unit-model.ts';

/** The limit of a figure with its card; `say` puts it into words. Nothing where the figure has none. */
export function FigureLimit({
  figure,
  say = (limit) => limit,
}: {
  readonly figure: AssessedFigure;
  readonly say?: (limit: string) => string;
}) {
  if (figure.limit === null) return null;
  const { citations, workings } = figure.basis;
  return <LimitButton limit={say(limitText(figure))} citations={citations} workings={workings} />;
}
