import { byRule } from '../by-rule.ts';
import { byNumber, itemsOf } from '../item.ts';
import { gasChecksWords } from '../words/gas-checks.words.ts';

/** Missed or invented checks while work goes on are a major hazard: never by the machine, always by a person. */
const hazard = ['hazard', 'gas'] as const;
const records = ['safety', 'checks.records'] as const;

export const gasChecksItems = itemsOf('checks', gasChecksWords, {
  'gas.checks.frequency': {
    each: 'workface',
    evidence: ['document', 'number'],
    criterion: byRule('gas.check.frequency'),
    severity: 'possible',
    actions: ['rectify'],
    sources: [hazard],
    ruleSources: [['safety', 'checks.low']],
  },
  'gas.checks.fence': {
    evidence: ['document', 'number'],
    criterion: byNumber('fenceChecks_perDay', 'count', '>=', '1'),
    severity: 'possible',
    actions: ['rectify'],
    sources: [['safety', 'checks.fence'], hazard],
  },
  'gas.checks.seal': {
    evidence: ['document', 'number'],
    criterion: byNumber('sealChecks_perWeek', 'count', '>=', '1'),
    severity: 'possible',
    actions: ['rectify'],
    sources: [['safety', 'checks.seal'], hazard],
  },
  'gas.checks.board': {
    each: 'workface',
    evidence: ['photo', 'document'],
    severity: 'possible',
    actions: ['rectify'],
    sources: [records, hazard],
  },
  'gas.checks.daily-report': { evidence: ['document'], actions: ['rectify'], sources: [records] },
  'gas.checks.records': {
    evidence: ['document'],
    severity: 'possible',
    actions: ['investigate', 'rectify'],
    sources: [records, hazard],
  },
});
