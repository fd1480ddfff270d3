import { byRule } from '../by-rule.ts';
import { byNumber, itemsOf } from '../item.ts';
import { peopleWords } from '../words/people.words.ts';

const staff = [['water', 'staff']] as const;
const provincialStaff = [
  ['water', 'staff'],
  ['shanxi', 'staff'],
] as const;
const heavy = ['complex', 'extreme'] as const;

export const peopleItems = itemsOf('people', peopleWords, {
  'water.people.first-responsible': {
    evidence: ['document', 'signature'],
    actions: ['rectify'],
    sources: [['water', 'responsible']],
  },
  'water.people.specialist-count': {
    evidence: ['document', 'number'],
    criterion: byRule('water.specialists'),
    actions: ['rectify'],
    sources: provincialStaff,
    needsCheck: true,
  },
  'water.people.specialist-qualification': {
    evidence: ['document'],
    actions: ['rectify'],
    sources: [['shanxi', 'staff']],
    needsCheck: true,
  },
  'water.people.training': {
    evidence: ['document'],
    criterion: byRule('water.training.recent'),
    actions: ['rectify'],
    sources: [['shanxi', 'staff']],
    needsCheck: true,
  },
  'water.people.deputy-chief': { hydroTypes: heavy, evidence: ['document'], actions: ['rectify'], sources: staff },
  'water.people.institution': {
    hydroTypes: heavy,
    evidence: ['document', 'photo'],
    severity: 'major',
    actions: ['stopMine', 'list'],
    sources: [...staff, ['hazard', 'water']],
  },
  'water.people.systems': {
    evidence: ['document'],
    criterion: byNumber('systems', 'count', '>=', '7'),
    actions: ['rectify'],
    sources: [['water', 'systems']],
  },
  'water.people.plan': {
    evidence: ['document'],
    actions: ['rectify'],
    sources: [
      ['water', 'plan'],
      ['safety', 'water.classify'],
    ],
  },
});
