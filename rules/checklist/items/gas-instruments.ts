import { byRule } from '../by-rule.ts';
import { itemsOf } from '../item.ts';
import { gasInstrumentsWords } from '../words/gas-instruments.words.ts';

const carried = ['safety', 'checks.records'] as const;

export const gasInstrumentsItems = itemsOf('instruments', gasInstrumentsWords, {
  'gas.instruments.carried': { evidence: ['photo', 'interview'], actions: ['rectify'], sources: [carried] },
  'gas.instruments.inspector': { evidence: ['photo'], actions: ['rectify'], sources: [carried] },
  'gas.instruments.calibration': {
    evidence: ['document'],
    criterion: byRule('gas.detector.calibration'),
    actions: ['rectify'],
    ruleSources: [['safety', 'calibration.days']],
  },
  'gas.instruments.certificate': {
    evidence: ['document'],
    criterion: byRule('gas.detector.certificate'),
    actions: ['rectify'],
    ruleSources: [['certificate', 'validUntil']],
  },
  'gas.instruments.error': {
    evidence: ['number', 'photo'],
    criterion: byRule('gas.detector.error'),
    actions: ['rectify'],
    ruleSources: [['catalytic', 'error']],
  },
  'gas.instruments.issue': {
    evidence: ['document', 'photo'],
    actions: ['rectify'],
    sources: [['safety', 'detector.issue']],
  },
  'gas.instruments.test-gas': {
    evidence: ['document'],
    actions: ['rectify'],
    sources: [['safety', 'detector.testGas']],
  },
});
