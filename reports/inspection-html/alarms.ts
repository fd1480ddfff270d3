import type { AlarmFacts, AlarmSight } from '../../vocabulary/alarm.ts';
import { fillSlots } from '../../vocabulary/words.ts';
import type { InspectionReport, ReportAlarm } from '../inspection-report.ts';
import { beijingClock, beijingTime } from './beijing-time.ts';
import { citationList } from './citation.ts';
import { actionWords, gasWords } from './codes.words.ts';
import { qualityText } from './fact.ts';
import { type Html, html } from './html.ts';
import { alarmLabels, readingLabels, words } from './report.words.ts';

const columns = ['raised', 'what', 'place', 'why', 'peak', 'acknowledged', 'ended'] as const;

/** Every alarm while the inspection was open: what it reached, what that asks, who acknowledged it and when, how it ended. */
export const alarmTable = ({ alarms }: InspectionReport): Html =>
  alarms.length === 0
    ? html`<p class="none">${words.none}${words.stop}</p>`
    : html`<div class="wide"><table><thead><tr>${columns.map((column) => html`<th>${alarmLabels[column]}</th>`)}</tr></thead><tbody>
${alarms.map(alarmRow)}</tbody></table></div>`;

const alarmRow = ({ facts, instrument, place }: ReportAlarm): Html =>
  html`<tr><td class="short">${beijingTime(facts.raised.at)}</td><td>${gasWords[facts.gas]}<br><span class="fine">${instrument} ${
    facts.channel
  }</span></td><td class="place">${place ?? readingLabels.noPlace}</td><td>${whyCell(facts)}</td><td class="short">${valueText(
    facts.peak,
  )}</td><td>${acknowledgedCell(facts)}</td><td>${endedText(facts)}</td></tr>
`;

/** What is no measurement is a word and never a number. */
const valueText = ({ value }: AlarmSight): string =>
  value.quality === 'ok' ? `${value.amount} ${value.unit}` : qualityText(value.quality);

function whyCell(facts: AlarmFacts): Html {
  const { why, limit, raised, actions, gravest, strictest, times } = facts;
  const reason = fillSlots(alarmLabels.reasons[why], {
    value: valueText(raised),
    comparator: limit ? alarmLabels.comparators[limit.comparator] : '',
    limit: limit ? `${limit.value} ${limit.unit}` : '',
  });
  return html`<b>${alarmLabels.level[gravest]}</b>　${reason}${strictest && html`<br>${alarmLabels.strictest}`}${
    times > 1 && html`<br>${fillSlots(alarmLabels.times, { count: times })}`
  }${actions.length > 0 && html`<br>${actions.map((action) => actionWords[action]).join(words.listComma)}`}${
    limit && limit.citations.length > 0 && citationList(limit.citations)
  }`;
}

function acknowledgedCell({ acknowledged, shelved, moved }: AlarmFacts): Html {
  const lines = [
    ...acknowledged.map(({ by, at }) => fillSlots(alarmLabels.by, { name: by, time: beijingClock(at) })),
    ...shelved.map(({ by, until, reason }) =>
      fillSlots(alarmLabels.shelved, { name: by, time: beijingClock(until), reason }),
    ),
    ...moved.map(({ by, at }) => fillSlots(alarmLabels.moved, { name: by, time: beijingClock(at) })),
  ];
  return lines.length === 0
    ? html`${alarmLabels.nobody}`
    : html`<ul>${lines.map((line) => html`<li class="text">${line}</li>`)}</ul>`;
}

function endedText({ ended, raised }: AlarmFacts): string {
  if (!ended) return alarmLabels.open;
  const time = beijingTime(ended.at);
  if (ended.how === 'closed') return fillSlots(alarmLabels.closed, { time, name: ended.by ?? '' });
  return fillSlots(alarmLabels.cleared, { time, minutes: Math.max(1, Math.round((ended.at - raised.at) / 60_000)) });
}
