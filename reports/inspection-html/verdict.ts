import { sayReason } from '../../rules/say-reason.ts';
import type { Verdict, Working } from '../../vocabulary/verdict.ts';
import { fillSlots } from '../../vocabulary/words.ts';
import type { ReportFact } from '../inspection-report.ts';
import { citationList } from './citation.ts';
import { actionWords } from './codes.words.ts';
import { qualityText } from './fact.ts';
import { type Html, html, joined } from './html.ts';
import { verdictMark } from './mark.ts';
import { itemLabels, unknownReasons, words } from './report.words.ts';

/** The verdict with all that is needed to defend it: why, the arithmetic to follow on paper, the articles, what must be done. */
export function verdictLines(verdict: Verdict, facts: readonly ReportFact[]): Html {
  const { status, severity, reason, workings, citations, actions, source } = verdict;
  return html`<dt>${itemLabels.rule}</dt><dd>${verdictMark(status, severity)}${
    reason !== null && `${words.colon}${reasonText(reason, facts)}`
  }${source === 'company' && html` <span class="tag stroke">${itemLabels.company}</span>`} <span class="fine">${ruleLine(verdict)}</span></dd>
${workings.length > 0 && html`<dt>${itemLabels.workings}</dt><dd><ul>${workings.map(workingLine)}</ul></dd>`}
<dt>${itemLabels.citations}</dt><dd>${citationList(citations)}</dd>
${actions.length > 0 && html`<dt>${itemLabels.actions}</dt><dd>${actions.map((action) => actionWords[action]).join(words.listComma)}</dd>`}`;
}

const ruleLine = ({ rule, outcome, pack }: Verdict): string =>
  joined(
    [
      fillSlots(itemLabels.ruleLine, { rule, outcome }),
      pack === null ? '' : fillSlots(itemLabels.pack, { id: pack.id, version: pack.version }),
    ],
    words.comma,
  );

/** The formula, the numbers put in, the result: a figure with its unit, or whether the comparison holds. */
export function workingLine({ formula, substituted, result, unit }: Working): Html {
  const hasUnit = unit !== '' && unit !== '1';
  const ending =
    result === '✓' || result === '✗'
      ? `${result === '✓' ? itemLabels.holds : itemLabels.holdsNot}${hasUnit ? fillSlots(itemLabels.unit, { unit }) : ''}`
      : fillSlots(itemLabels.becomes, { result: hasUnit ? `${result} ${unit}` : result });
  return html`<li class="working">${joined([`${formula}${words.colon}${substituted}`, ending], words.comma)}</li>`;
}

/** `missing:lead_m` in words, with the label of the form's field where there is one. Other reasons are said by the rules. */
function reasonText(reason: string, facts: readonly ReportFact[]): string {
  if (reason === 'no-pack' || reason === 'evidence-missing') return unknownReasons[reason];
  const [kind, what = ''] = reason.split(':', 2);
  if (kind === 'missing') {
    return fillSlots(unknownReasons.missing, { what: facts.find(({ key }) => key === what)?.label ?? what });
  }
  return kind === 'quality' ? fillSlots(unknownReasons.quality, { what: qualityText(what) }) : sayReason(reason).zh;
}
