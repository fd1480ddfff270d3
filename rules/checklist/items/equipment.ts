import { byRule } from '../by-rule.ts';
import { byNumber, itemsOf, noted } from '../item.ts';
import { equipmentWords } from '../words/equipment.words.ts';

export const equipmentItems = itemsOf('equipment', equipmentWords, {
  'water.equipment.dedicated-rigs': {
    evidence: ['photo', 'number'],
    criterion: byNumber('dedicatedRigs', 'count', '>=', '1'),
    severity: 'complex',
    actions: ['rectify'],
    sources: [
      ['water', 'staff'],
      ['hazard', 'water'],
    ],
    needsCheck: true,
  },
  'water.equipment.no-coal-drill': {
    evidence: ['photo'],
    severity: 'possible',
    actions: ['stopHeading'],
    sources: [
      ['safety', 'probe.means'],
      ['water', 'probe'],
    ],
  },
  'water.equipment.safety-mark': {
    evidence: ['photo', 'document'],
    actions: ['rectify'],
    sources: [['safety', 'equipment.mark']],
  },
  'water.equipment.geophysics-set': {
    evidence: ['photo', 'document'],
    actions: ['rectify'],
    sources: [['shanxi', 'geophysics']],
  },
  'water.equipment.gas-tests': {
    each: 'probe',
    evidence: ['detector', 'document'],
    criterion: byRule('gas.detector.certificate'),
    actions: ['stopHeading'],
    sources: [['water', 'probe']],
  },
  'water.equipment.rescue-stock': {
    evidence: ['photo', 'number'],
    criterion: noted('rescuePumps'),
    actions: ['rectify'],
    sources: [['water', 'staff']],
  },
});
