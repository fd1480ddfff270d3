import { sayReason } from '../../rules/say-reason.ts';
import type { Verdict } from '../../vocabulary/verdict.ts';
import { fillSlots } from '../../vocabulary/words.ts';
import type { ReportFact } from '../inspection-report.ts';
import { citationList } from './citation.ts';
import { actionWords } from './codes.words.ts';
import { qualityText } from './fact.ts';
import { type Html, html, joined } from './html.ts';
import { verdictMark } from './mark.ts';
import { itemLabels, unknownReasons, words } from './report.words.ts';
import { workingList } from './workings.ts';

/** The verdict with all that is needed to defend it: why, the arithmetic to follow on paper, the articles, what must be done. */
export function verdictLines(verdict: Verdict, facts: readonly ReportFact[]): Html {
  const { status, severity, reason, workings, citations, actions, source } = verdict;
  return html`<dt>${itemLabels.rule}</dt><dd>${verdictMark(status, severity)}${
    reason !== null && `${words.colon}${reasonText(reason, facts)}`
  }${source === 'company' && html` <span class="tag stroke">${itemLabels.company}</span>`} <span class="fine">${ruleLine(verdict)}</span></dd>
${workings.length > 0 && html`<dt>${itemLabels.workings}</dt><dd>${workingList(workings)}</dd>`}
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

/** `missing:lead_m` in words, with the label of the form's field where there is one. Other reasons are said by the rules. */
function reasonText(reason: string, facts: readonly ReportFact[]): string {
  if (reason === 'no-pack' || reason === 'evidence-missing') return unknownReasons[reason];
  const [kind, what = ''] = reason.split(':', 2);
  if (kind === 'missing') {
    return fillSlots(unknownReasons.missing, { what: facts.find(({ key }) => key === what)?.label ?? what });
  }
  return kind === 'quality' ? fillSlots(unknownReasons.quality, { what: qualityText(what) }) : sayReason(reason).zh;
}
