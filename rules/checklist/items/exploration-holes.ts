import { byRule } from '../by-rule.ts';
import { byNumber } from '../item.ts';
import type { ExplorationDrafts } from './exploration.ts';

const probe = [['water', 'probe']] as const;
const goafLead = [
  ['safety', 'lead.goaf'],
  ['water', 'probe'],
] as const;

/** Leads, casing, pressure gear, spacing and bore of the holes themselves. */
export const explorationHoles = {
  'water.exploration.lead-goaf': {
    each: 'heading',
    evidence: ['number'],
    criterion: byNumber('leadDistance_m', 'number', '>=', '30'),
    severity: 'possible',
    actions: ['stopHeading'],
    sources: goafLead,
  },
  'water.exploration.lead-rock': {
    each: 'heading',
    evidence: ['number'],
    criterion: byRule('water.drill.lead', { preset: { target: 'rock' }, part: 'lead' }),
    actions: ['stopHeading'],
    ruleSources: [['water', 'lead.rock']],
    needsCheck: true,
  },
  'water.exploration.casing-length': {
    each: 'probe',
    evidence: ['number'],
    criterion: byRule('water.drill.lead', { part: 'casing' }),
    actions: ['stopHeading'],
    ruleSources: [
      ['safety', 'casing.goaf'],
      ['water', 'casing.rock'],
    ],
  },
  'water.exploration.casing-test': {
    each: 'probe',
    evidence: ['detector'],
    criterion: byRule('water.casing.pressureTest'),
    actions: ['stopHeading'],
    ruleSources: [['water', 'casing.testFactor']],
  },
  'water.exploration.valve-blowout': {
    each: 'probe',
    evidence: ['photo'],
    criterion: byRule('water.drill.pressureControls', { confirm: 'requirementsMet' }),
    severity: 'possible',
    actions: ['stopHeading'],
    ruleSources: [
      ['safety', 'pressure.casing'],
      ['safety', 'pressure.preventer'],
      ['water', 'seamBan'],
    ],
  },
  'water.exploration.seam-ban': {
    each: 'probe',
    evidence: ['number'],
    criterion: byRule('water.drill.pressureControls', { preset: { drilledInCoalSeam: true } }),
    severity: 'possible',
    actions: ['stopHeading'],
    sources: probe,
  },
  'water.exploration.hole-spacing': {
    each: 'probe',
    evidence: ['number'],
    criterion: byRule('water.drill.spacing'),
    actions: ['stopHeading'],
    ruleSources: [['water', 'spacing.horizontal']],
  },
  'water.exploration.hole-count': {
    each: 'probe',
    evidence: ['number'],
    criterion: byRule('water.drill.holeCount'),
    actions: ['stopHeading'],
    ruleSources: [['water', 'holes.least']],
  },
  'water.exploration.end-bore': {
    each: 'probe',
    evidence: ['number'],
    criterion: byNumber('endBore_mm', 'number', '<=', '94'),
    actions: ['rectify'],
    sources: [['water', 'endBore']],
    needsCheck: true,
  },
} as const satisfies Partial<ExplorationDrafts>;
