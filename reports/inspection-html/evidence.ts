import { isTakenApart, sayCameraTime } from '../../vocabulary/camera-time.ts';
import type { EvidenceGrade } from '../../vocabulary/evidence-grade.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { fillSlots } from '../../vocabulary/words.ts';
import type { ReportEvidence } from '../inspection-report.ts';
import { beijingClock, beijingTime } from './beijing-time.ts';
import { evidenceWords, gasWords } from './codes.words.ts';
import { qualityText } from './fact.ts';
import { type Html, html } from './html.ts';
import { notEvidence } from './instruments.ts';
import { itemLabels } from './report.words.ts';

/** What proves an answer. A file is named by its hash, which is its name in the bundle. */
export const evidenceLine = ({
  kind,
  label,
  text,
  blob,
  mime,
  taken,
  readings,
  grades,
  savedAt,
}: ReportEvidence): Html =>
  html`<li><span class="tag stroke">${evidenceWords[kind]}</span> <span class="text">${label}</span>${
    text !== '' && html`<span class="text">　${text}</span>`
  } <span class="fine">${beijingTime(savedAt)}${
    taken !== null && isTakenApart(taken, savedAt) && `　${fillSlots(itemLabels.taken, { time: sayCameraTime(taken) })}`
  }</span>${readings.length > 0 && html`<ul>${readings.map((reading, at) => readingLine(reading, grades[at]))}</ul>`}${
    blob !== null && html`<br><code>${mime} sha256 ${blob}</code>`
  }</li>`;

/** A measured amount as the instrument gave it, or the word why there is none. */
const readingLine = ({ gas, channel, time, value }: Reading, grade: EvidenceGrade | undefined): Html =>
  html`<li>${gasWords[gas]} <b>${
    value.quality === 'ok' ? `${value.amount} ${value.unit}` : qualityText(value.quality)
  }</b> <span class="fine">${channel}　${beijingClock(time.wall)}</span>${
    grade?.grade === 'notEvidence' && html` ${notEvidence(grade.reasons)}`
  }</li>`;
