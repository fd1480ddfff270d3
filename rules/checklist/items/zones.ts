import { byRule } from '../by-rule.ts';
import { itemsOf } from '../item.ts';
import { zonesWords } from '../words/zones.words.ts';

const zones = [['zones', 'zones']] as const;

export const zonesItems = itemsOf('zones', zonesWords, {
  'water.zones.divided': { evidence: ['document', 'signature'], actions: ['rectify'], sources: zones },
  'water.zones.face-inside-mineable': {
    evidence: ['document'],
    criterion: byRule('water.zones.faces'),
    severity: 'possible',
    actions: ['stopHeading', 'list'],
    sources: zones,
  },
  'water.zones.coefficient': {
    each: 'face',
    evidence: ['number'],
    criterion: byRule('water.inrush.coefficient'),
    severity: 'possible',
    actions: ['stopHeading'],
    ruleSources: [['water', 'inrush.whole']],
  },
  'water.zones.change-evidence': {
    evidence: ['document'],
    severity: 'possible',
    actions: ['stopHeading'],
    sources: zones,
  },
  'water.zones.type-current': {
    evidence: ['document'],
    criterion: byRule('water.type.current'),
    actions: ['rectify'],
    sources: [['water', 'type']],
    ruleSources: [['safety', 'type.months']],
  },
  'water.zones.pillars': {
    evidence: ['document', 'number'],
    criterion: byRule('water.pillar.width'),
    severity: 'major',
    actions: ['stopMine', 'list'],
    sources: [['hazard', 'water']],
    ruleSources: [['water', 'pillar']],
  },
  'water.zones.old-mines': {
    evidence: ['document'],
    criterion: byRule('water.map.current'),
    severity: 'major',
    actions: ['stopMine', 'list'],
    sources: [['hazard', 'water']],
    ruleSources: [['water', 'oldMineMap.months']],
  },
});
