import { byRule } from '../by-rule.ts';
import { itemsOf } from '../item.ts';
import { drainageWords } from '../words/drainage.words.ts';

export const drainageItems = itemsOf('drainage', drainageWords, {
  'water.drainage.pumps': {
    each: 'pumpRoom',
    evidence: ['number'],
    criterion: byRule('water.pumps.capacity'),
    severity: 'major',
    actions: ['stopMine', 'list'],
    sources: [['hazard', 'water']],
    ruleSources: [['safety', 'pumps.hours']],
  },
  'water.drainage.sump': {
    each: 'pumpRoom',
    evidence: ['number'],
    criterion: byRule('water.sump.capacity', { preset: { sumpKind: 'main' } }),
    severity: 'major',
    actions: ['stopMine', 'list'],
    sources: [['hazard', 'water']],
    ruleSources: [['safety', 'sump.mainHours']],
  },
  'water.drainage.sump-empty': {
    each: 'pumpRoom',
    evidence: ['number', 'photo'],
    criterion: byRule('water.sump.empty'),
    actions: ['rectify'],
    ruleSources: [['safety', 'sump.empty']],
  },
  'water.drainage.exits': {
    each: 'pumpRoom',
    evidence: ['photo', 'number'],
    criterion: byRule('water.pumpRoom.exits'),
    actions: ['rectify'],
    ruleSources: [['safety', 'pumpRoom.exits']],
  },
  'water.drainage.joint-test': {
    evidence: ['document'],
    criterion: byRule('water.jointTest.recent'),
    actions: ['rectify'],
    ruleSources: [['safety', 'jointTest.months']],
  },
});
