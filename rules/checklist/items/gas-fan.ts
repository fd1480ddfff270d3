import { byRule } from '../by-rule.ts';
import { byNumber, itemsOf } from '../item.ts';
import { gasFanWords } from '../words/gas-fan.words.ts';

/** Discharging gas without measures is a major hazard by its wording: the inspector decides. */
const hazard = ['hazard', 'gas'] as const;
const discharge = ['safety', 'fan.discharge'] as const;

export const gasFanItems = itemsOf('fan', gasFanWords, {
  'gas.fan.restart': {
    each: 'heading',
    evidence: ['detector', 'document'],
    criterion: byRule('gas.localFan.restart'),
    severity: 'possible',
    actions: ['plan', 'treat'],
    sources: [hazard],
    ruleSources: [['safety', 'fan.zoneCH4']],
  },
  'gas.fan.discharge': {
    each: 'heading',
    evidence: ['detector'],
    criterion: byNumber('mixedGas_pct', 'number', '<=', '1.5'),
    severity: 'possible',
    actions: ['treat'],
    sources: [['safety', 'fan.mixed'], hazard],
  },
  'gas.fan.discharge-plan': {
    each: 'heading',
    evidence: ['document', 'interview'],
    severity: 'possible',
    actions: ['stopHeading', 'plan'],
    sources: [discharge, hazard],
  },
  'gas.fan.fence': {
    each: 'heading',
    evidence: ['photo'],
    actions: ['withdraw', 'rectify'],
    sources: [discharge],
  },
});
