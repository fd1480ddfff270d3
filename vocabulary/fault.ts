import { bundleFaultWords } from './fault-words/bundle.ts';
import { detectorFaultWords } from './fault-words/detector.ts';
import { hostFaultWords } from './fault-words/host.ts';
import { recordFaultWords } from './fault-words/record.ts';
import { ruleFaultWords } from './fault-words/rule.ts';
import { withdrawalFaultWords } from './fault-words/withdrawal.ts';
import { fillSlots, type Words } from './words.ts';

/** Every fault code with its sentence: what happened, what is safe, what to do. One file per area. */
export const faultWords = {
  ...detectorFaultWords,
  ...ruleFaultWords,
  ...recordFaultWords,
  ...bundleFaultWords,
  ...hostFaultWords,
  ...withdrawalFaultWords,
} as const satisfies Record<string, Words>;

export type FaultCode = keyof typeof faultWords;

/** An expected failure as data: it crosses processes and keeps the evidence a team lead would ask for. */
export type Fault = { readonly code: FaultCode; readonly [evidence: string]: unknown };

export const isFaultCode = (code: string): code is FaultCode => Object.hasOwn(faultWords, code);

/** The fault's sentence in both languages, its `{slots}` filled from the evidence. */
export function sayFault(fault: Fault): Words {
  const words: Words = faultWords[fault.code];
  return { zh: fillSlots(words.zh, fault), en: fillSlots(words.en, fault) };
}
