import { isAsked } from '../../rules/assessment/asked.ts';
import { type FieldKey, fieldLabel, fieldsOf, fieldUnit, specOf } from '../../rules/assessment/fields.ts';
import type { StepId } from '../../rules/assessment/steps.words.ts';
import { valuesOf } from '../../rules/assessment/values.ts';
import { optionLabel } from '../../rules/facts/describe-fact.ts';
import type { EpochMs } from '../../vocabulary/time.ts';
import type { FactValue } from '../../vocabulary/verdict.ts';
import { fillSlots } from '../../vocabulary/words.ts';
import { beijingMinute } from '../inspection-html/beijing-time.ts';
import { type Html, html, joined } from '../inspection-html/html.ts';
import { words } from '../inspection-html/report.words.ts';
import { assessmentWords } from './assessment.words.ts';
import type { AssessmentFacts, FigureOrigin, ReportFigure } from './assessment-facts.ts';

export function originText(origin: FigureOrigin): string {
  const { origin: said } = assessmentWords;
  if (origin.from === 'import') return fillSlots(said.import, origin);
  if (origin.from === 'reading') return origin.isEvidence ? said.reading : said.notEvidence;
  return origin.from === 'typed' && origin.believed ? said.believed : said[origin.from];
}

export const sourceText = (of: {
  readonly origin: FigureOrigin;
  readonly author: string;
  readonly savedAt: EpochMs;
}): string =>
  fillSlots(assessmentWords.by, {
    origin: originText(of.origin),
    author: of.author,
    time: beijingMinute(of.savedAt),
  });

/** What is not known is a word and never a number. */
export function figureText(field: FieldKey, value: FactValue | undefined): string {
  if (value === null || value === undefined || value === '') return assessmentWords.notGiven;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value !== 'string' && typeof value !== 'number') return assessmentWords.notGiven;
  if (specOf(field).kind === 'choice') return optionLabel(String(value)).zh;
  return `${value} ${fieldUnit(field)}`.trimEnd();
}

/** Every input asked in a step, with who gave it, when and from where; what nobody gave says so. */
export function inputTable(step: StepId, { figures }: AssessmentFacts): Html {
  const { values } = valuesOf(figures);
  const asked = fieldsOf(step).filter((field) => isAsked(field, values));
  const { label, symbol, value, source } = assessmentWords.inputColumns;
  return html`<table class="inputs"><thead><tr><th>${label}</th><th>${symbol}</th><th>${value}</th><th>${source}</th></tr></thead><tbody>
${asked.map((field) => inputRow(field, figures.find((one) => one.field === field) ?? null))}</tbody></table>`;
}

function inputRow(field: FieldKey, figure: ReportFigure | null): Html {
  const spec = specOf(field);
  const symbol = 'symbol' in spec && spec.symbol ? spec.symbol.replace('_', '') : '';
  const known = figure !== null && figure.value !== null;
  const others = figure?.others ?? [];
  return html`<tr><td>${fieldLabel(field).zh}</td><td class="short">${symbol}</td><td class="number"${
    known ? null : html` data-tone="unknown"`
  }>${figureText(field, figure?.value)}</td><td class="text">${known && sourceText(figure)}${
    others.length > 0 &&
    html`<br><span class="tag">${fillSlots(assessmentWords.others, {
      others: joined(
        others.map((other) => figureText(field, other)),
        words.listComma,
      ),
    })}</span>`
  }</td></tr>
`;
}
