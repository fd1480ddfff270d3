import { isTooMild } from '../../rules/sites/zone-figures.ts';
import { fillSlots } from '../../vocabulary/words.ts';
import type { InspectionReport, ReportPart, ReportSite, ReportVerdict, ReportZone } from '../inspection-report.ts';
import { citationList } from './citation.ts';
import { factLines, factText } from './fact.ts';
import { type Html, html, joined } from './html.ts';
import { needsCheckTag } from './mark.ts';
import { siteLabels, siteWords, waterWords, words, zoneLabels, zoneWords } from './report.words.ts';
import { verdictLines } from './verdict.ts';

/** Headings, probing sites with their holes, pump rooms with pumps and sumps, faces: what was entered, and each verdict with its documents. */
export const siteTables = ({ sites }: InspectionReport): Html => html`${sites.map(siteBlock)}`;

const siteBlock = (site: ReportSite): Html => html`<h3>${siteWords[site.kind]}　${site.name}</h3>
${site.disputed && html`<p class="none">${siteLabels.disputed}</p>`}
<dl>${site.parent !== null && html`<dt>${siteLabels.parent}</dt><dd>${site.parent}</dd>`}${factLines(site.facts)}</dl>
${site.parts.map(partTable)}
${site.verdicts.map(verdictBlock)}`;

const partTable = ({ kind, columns, rows }: ReportPart): Html =>
  html`<div class="wide"><table><caption class="fine">${fillSlots(siteLabels.parts[kind], { n: rows.length })}</caption><thead><tr>${columns.map(
    ({ label, unit }) => html`<th>${label}${unit !== null && html`<br><span class="fine">${unit}</span>`}</th>`,
  )}</tr></thead><tbody>
${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${factText(cell)}</td>`)}</tr>\n`)}</tbody></table></div>`;

const verdictBlock = ({ title, verdict, facts }: ReportVerdict): Html =>
  html`<div class="item"><h4>${title}</h4><dl>${verdictLines(verdict, facts)}</dl></div>`;

const columns = ['name', 'type', 'water', 'figures', 'coefficient', 'papers', 'verdict'] as const;

/** The zones of the mine: coefficient, papers, what the figures allow, how each came to be what it is. */
export const zoneTable = ({ zones }: InspectionReport): Html =>
  html`<div class="wide"><table><thead><tr>${columns.map((column) => html`<th>${zoneLabels[column]}</th>`)}</tr></thead><tbody>
${zones.map(zoneRow)}</tbody></table></div>`;

const orNone = (text: string | null): string => (text === null || text === '' ? words.noValue : text);
const amount = (value: string | null, unit: string): string => (value === null ? words.noValue : `${value} ${unit}`);

const zoneRow = (zone: ReportZone): Html =>
  html`<tr><td class="place">${zone.name}${zone.seam !== '' && html`<br><span class="fine">${zone.seam}</span>`}${
    zone.works.length > 0 &&
    html`<br><span class="fine">${fillSlots(zoneLabels.works, { list: joined(zone.works, words.listComma) })}</span>`
  }</td><td class="short">${zoneWords[zone.type]}${zone.disputed && html`<br><span class="tag">${siteLabels.disputed}</span>`}</td><td class="short">${
    waterWords[zone.water]
  }</td><td class="short">P ${amount(zone.pressure_MPa, 'MPa')}<br>M ${amount(zone.thickness_m, 'm')}</td><td>${
    zone.computed_MPaPerM === null ? zoneLabels.notComputed : `T = ${zone.computed_MPaPerM} MPa/m`
  }<br><span class="fine">${fillSlots(zoneLabels.given, { value: amount(zone.given_MPaPerM, 'MPa/m') })}</span></td><td class="text">${orNone(
    joined(zone.papers, words.comma),
  )}${zone.validUntil !== null && html`<br><span class="fine">${fillSlots(zoneLabels.validUntil, { day: zone.validUntil })}</span>`}${zone.changes.map(
    ({ day, was, becomes, why }) =>
      html`<br><span class="fine">${fillSlots(zoneLabels.change, { day, from: zoneWords[was], to: zoneWords[becomes], why: joined(why, words.comma) })}</span>`,
  )}</td><td>${zoneVerdict(zone)}</td></tr>
`;

function zoneVerdict({ best, type, citations }: ReportZone): Html {
  if (best === null) return html`${zoneLabels.nothingSaid}`;
  const said = isTooMild(type, best) ? zoneLabels.tooMild : zoneLabels.allows;
  return html`${fillSlots(said, { type: zoneWords[best] })} ${needsCheckTag}${citationList(citations)}`;
}
