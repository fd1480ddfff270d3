import { byRule } from '../by-rule.ts';
import { byNumber, itemsOf } from '../item.ts';
import { withdrawalWords } from '../words/withdrawal.words.ts';

const systems = [['water', 'systems']] as const;

export const withdrawalItems = itemsOf('withdrawal', withdrawalWords, {
  'water.withdrawal.system': { evidence: ['document'], actions: ['rectify'], sources: systems },
  'water.withdrawal.authority': {
    evidence: ['document', 'interview'],
    criterion: byNumber('postsKnowing', 'count', '>=', '4'),
    actions: ['rectify'],
    sources: systems,
  },
  'water.withdrawal.signs-now': {
    each: 'workface',
    evidence: ['photo', 'interview'],
    criterion: byRule('water.inrush.signs'),
    severity: 'possible',
    actions: ['withdraw'],
    sources: [['hazard', 'water']],
    ruleSources: [['safety', 'inrush.signs']],
  },
  'water.withdrawal.acted': {
    evidence: ['document'],
    criterion: byNumber('personsInArea', 'count', '<=', '0'),
    severity: 'major',
    actions: ['withdraw', 'stopMine', 'list'],
    sources: [['hazard', 'water']],
  },
  'water.withdrawal.cause-cleared': {
    evidence: ['document', 'signature'],
    criterion: byRule('water.cause.cleared'),
    severity: 'possible',
    actions: ['stopHeading'],
    sources: systems,
  },
  'water.withdrawal.weather': {
    evidence: ['document'],
    severity: 'possible',
    actions: ['withdraw', 'stopMine'],
    sources: [
      ['water', 'systems'],
      ['safety', 'storm'],
      ['hazard', 'water'],
    ],
    needsCheck: true,
  },
  'water.withdrawal.rain-gauge': {
    evidence: ['photo', 'document'],
    actions: ['rectify'],
    sources: [['water', 'plan']],
  },
  'water.withdrawal.routes': { evidence: ['photo'], actions: ['rectify'], sources: [['water', 'plan']] },
  'water.withdrawal.alarm': { evidence: ['detector'], actions: ['rectify'], sources: [['safety', 'communication']] },
  'water.withdrawal.below-hole': {
    each: 'probe',
    evidence: ['document'],
    criterion: byNumber('personsBelow', 'count', '<=', '0'),
    severity: 'possible',
    actions: ['withdraw'],
    sources: [['safety', 'probe.below']],
  },
  'water.withdrawal.drill': {
    evidence: ['document'],
    criterion: byRule('water.practice.recent'),
    actions: ['rectify'],
    ruleSources: [['water', 'practice.months']],
  },
  'water.withdrawal.patrol': {
    evidence: ['document', 'photo'],
    actions: ['rectify'],
    sources: [['water', 'plan']],
  },
});
