import { byRule } from '../by-rule.ts';
import { byNumber, noted } from '../item.ts';
import type { ExplorationDrafts } from './exploration.ts';

const probe = [['water', 'probe']] as const;
const bothProbes = [
  ['water', 'probe'],
  ['shanxi', 'means'],
] as const;

/** Places, design, geophysics, site checks and acceptance of probing. */
export const explorationWork = {
  'water.exploration.must-probe-places': {
    evidence: ['document'],
    severity: 'major',
    actions: ['stopHeading', 'list'],
    sources: [
      ['safety', 'probe.places'],
      ['water', 'probe'],
      ['hazard', 'water'],
    ],
  },
  'water.exploration.every-heading': {
    each: 'heading',
    evidence: ['document'],
    criterion: byRule('water.probe.coverage'),
    severity: 'possible',
    actions: ['stopHeading'],
    sources: [['shanxi', 'principle']],
  },
  'water.exploration.design-approved': {
    each: 'probe',
    evidence: ['document', 'signature'],
    criterion: byRule('water.design.approved'),
    actions: ['stopHeading'],
    sources: probe,
  },
  'water.exploration.design-content': {
    each: 'probe',
    evidence: ['document'],
    criterion: byNumber('designParts', 'count', '>=', '7'),
    actions: ['rectify'],
    sources: probe,
  },
  'water.exploration.geophysics-before-drilling': {
    each: 'heading',
    evidence: ['document'],
    criterion: byRule('water.twoProbes.order'),
    actions: ['stopHeading'],
    sources: bothProbes,
    ruleSources: [['safety', 'probe.means']],
  },
  'water.exploration.two-methods': {
    each: 'heading',
    evidence: ['document'],
    severity: 'possible',
    actions: ['stopHeading'],
    sources: bothProbes,
  },
  'water.exploration.geophysics-report': {
    each: 'survey',
    evidence: ['document', 'signature'],
    actions: ['rectify'],
    sources: [['shanxi', 'geophysics']],
  },
  'water.exploration.anomaly-verified': {
    each: 'heading',
    evidence: ['document'],
    criterion: byRule('water.anomalies.verified'),
    severity: 'possible',
    actions: ['stopHeading'],
    sources: probe,
  },
  'water.exploration.geophysics-overlap': {
    each: 'heading',
    evidence: ['number'],
    criterion: byRule('water.geophysics.overlap'),
    actions: ['rectify'],
    sources: [['shanxi', 'geophysics']],
    needsCheck: true,
  },
  'water.exploration.advance-board': {
    each: 'heading',
    evidence: ['photo', 'number'],
    criterion: byRule('water.probe.permittedAdvance'),
    severity: 'possible',
    actions: ['stopHeading'],
    sources: probe,
  },
  'water.exploration.actual-holes': {
    each: 'probe',
    evidence: ['photo', 'number'],
    criterion: noted('holesOnSite'),
    severity: 'possible',
    actions: ['stopHeading', 'list'],
    sources: probe,
  },
  'water.exploration.fake-records': {
    evidence: ['photo', 'interview', 'document'],
    severity: 'possible',
    actions: ['stopMine', 'list'],
    sources: [
      ['water', 'probe'],
      ['hazard', 'water'],
    ],
  },
  'water.exploration.no-work-while-probing': {
    each: 'probe',
    evidence: ['photo', 'document'],
    severity: 'possible',
    actions: ['stopHeading'],
    sources: [['threeMusts', 'list']],
  },
  'water.exploration.release-within-capacity': {
    each: 'probe',
    evidence: ['number'],
    criterion: byRule('water.release.capacity'),
    actions: ['rectify'],
    sources: probe,
  },
  'water.exploration.acceptance': {
    each: 'probe',
    evidence: ['document', 'signature'],
    actions: ['stopHeading'],
    sources: probe,
  },
  'water.exploration.three-lines': {
    evidence: ['document'],
    criterion: byNumber('linesDrawn', 'count', '>=', '3'),
    actions: ['rectify'],
    sources: probe,
  },
} as const satisfies Partial<ExplorationDrafts>;
