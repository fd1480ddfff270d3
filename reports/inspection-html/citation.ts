import type { Citation } from '../../vocabulary/verdict.ts';
import { fillSlots } from '../../vocabulary/words.ts';
import { provenanceWords } from './codes.words.ts';
import { type Html, html } from './html.ts';
import { needsCheckTag } from './mark.ts';
import { citationLabels } from './report.words.ts';

/** The document, the article or that its number is to be verified, since when it is in force, and how well it was read. */
export function citationLine(citation: Citation): Html {
  const { title, article, formerly, effectiveFrom: from, effectiveTo: until, needsCheck, provenance } = citation;
  const inForce =
    until === null
      ? fillSlots(citationLabels.from, { date: from })
      : fillSlots(citationLabels.until, { from, to: until });
  return html`<li>${title}${
    article === null
      ? html` <span class="tag">${citationLabels.noArticle}</span>${formerly !== null && html` <span class="fine">${fillSlots(citationLabels.formerly, { article: formerly })}</span>`}`
      : article
  }<span class="short">（${inForce}）</span>${needsCheck && html` ${needsCheckTag} <span class="fine">${provenanceWords[provenance]}</span>`}</li>`;
}

export const citationList = (citations: readonly Citation[]): Html =>
  citations.length === 0 ? html`${citationLabels.none}` : html`<ul>${citations.map(citationLine)}</ul>`;

/** What the decisions of a paper still wait for; nothing where every article is known. */
export const draftNotice = (open: readonly Citation[], why: string = citationLabels.draftWhy): Html | false =>
  open.length > 0 &&
  html`<div class="draft"><strong>${citationLabels.draft}</strong> ${fillSlots(why, { count: open.length })}<ul>${open.map(citationLine)}</ul></div>`;

export const isToBeVerified = ({ article, needsCheck }: Citation): boolean => needsCheck || article === null;
