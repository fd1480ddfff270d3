import { byRule } from '../by-rule.ts';
import { itemsOf, noted } from '../item.ts';
import { teamWords } from '../words/team.words.ts';

export const teamItems = itemsOf('team', teamWords, {
  'water.team.dedicated': {
    evidence: ['document', 'number'],
    criterion: noted('teamMembers'),
    severity: 'complex',
    actions: ['rectify'],
    sources: [
      ['water', 'staff'],
      ['shanxi', 'means'],
      ['hazard', 'water'],
    ],
  },
  'water.team.certificates': {
    evidence: ['document'],
    criterion: byRule('water.probers.certificated'),
    actions: ['rectify'],
    sources: [['shanxi', 'staff']],
  },
  'water.team.separation': {
    evidence: ['interview', 'document'],
    actions: ['stopHeading'],
    sources: [['shanxi', 'principle']],
  },
  'water.team.records': {
    each: 'probe',
    evidence: ['document', 'signature'],
    actions: ['rectify'],
    sources: [['water', 'probe']],
  },
  'water.team.site-leader': {
    each: 'probe',
    evidence: ['interview', 'signature'],
    actions: ['rectify'],
    sources: [['water', 'probe']],
  },
});
