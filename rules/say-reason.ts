import { fillSlots, type Words } from '../vocabulary/words.ts';
import { factLabel } from './facts/describe-fact.ts';
import { qualityWords, reasonFrames, reasonWords } from './reason.words.ts';

/** Why a verdict is unknown, in words: `missing:lead_m` is 缺超前距. */
export function sayReason(reason: string): Words {
  const at = reason.indexOf(':');
  const [kind, what] = at < 0 ? [reason, ''] : [reason.slice(0, at), reason.slice(at + 1)];
  if (kind === 'missing') return framed(reasonFrames.missing, factLabel(what));
  if (kind === 'unit') return framed(reasonFrames.unit, { zh: what, en: what });
  if (kind === 'quality') return qualityWords[what] ?? { zh: what, en: what };
  return reasonWords[reason] ?? { zh: reason, en: reason };
}

const framed = (frame: Words, what: Words): Words => ({
  zh: fillSlots(frame.zh, { what: what.zh }),
  en: fillSlots(frame.en, { what: what.en }),
});
