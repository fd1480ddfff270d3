import { fillSlots } from '../../vocabulary/words.ts';
import type { InspectionReport, ReportSignature } from '../inspection-report.ts';
import { beijingTime } from './beijing-time.ts';
import { roleWords } from './codes.words.ts';
import { type Html, html } from './html.ts';
import { headLabels, signatureLabels } from './report.words.ts';

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Each signature with the hash of its picture, or the refusal with its witness; the place of the stamp stays empty. */
export const signatureBlock = ({ signatures }: InspectionReport): Html => signatureBoxes(signatures);

export const signatureBoxes = (signatures: readonly ReportSignature[]): Html =>
  html`${
    signatures.length === 0
      ? html`<p class="none">${signatureLabels.none}</p>`
      : html`<div class="signs">${signatures.map(signatureBox)}</div>`
  }
<p class="stamp">${signatureLabels.stamp}</p>`;

const signatureBox = (signature: ReportSignature): Html => {
  const { role, name, certificateNo, savedAt, png, refused } = signature;
  return html`<div class="sign">${roleWords[role]} <b>${name}</b>${
    certificateNo !== '' && `　${fillSlots(headLabels.certificateNo, { no: certificateNo })}`
  }
${png !== null && picture(png, name)}${
  refused !== null &&
  html`<p class="text">${fillSlots(signatureLabels.refused, { reason: refused.reason, witness: refused.witness })}</p>`
}
<p class="fine">${beijingTime(savedAt)}${png !== null && html`<br><code>sha256 ${png.hash}</code>`}</p></div>`;
};

/** What is not base64 is no picture; nothing else may stand in the address. */
const picture = ({ base64 }: NonNullable<ReportSignature['png']>, name: string): Html =>
  BASE64.test(base64)
    ? html`<img src="data:image/png;base64,${base64}" alt="${fillSlots(signatureLabels.image, { name })}">`
    : html`<p>${signatureLabels.broken}</p>`;
