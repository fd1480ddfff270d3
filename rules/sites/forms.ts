import type { PartKind, SiteKind } from '../../vocabulary/site.ts';
import { formTitles as title } from './form-titles.words.ts';
import { field, type SiteField, type SiteForm } from './site.ts';

/** The sub-form of each kind of place. Its keys are those the rules ask, so that a row takes them as they stand. */
export const siteForms: Readonly<Record<SiteKind, SiteForm>> = {
  heading: {
    groups: [
      {
        title: title.driving,
        fields: [field('advance_m'), field('designLead_m'), field('boardAdvance_m'), field('headingWidth_m')],
      },
      {
        title: title.surveys,
        fields: [
          field('geophysics_date', 'date'),
          field('drilling_date', 'date'),
          field('heading_date', 'date'),
          field('overlap_m'),
          field('anomaliesListed', 'count'),
          field('anomaliesVerified', 'count'),
        ],
      },
    ],
    parts: [],
  },
  probeSite: {
    groups: [
      {
        title: title.target,
        fields: [
          field('probeTarget', 'choice', {
            options: ['goaf-unclear', 'goaf-clear', 'fault', 'aquifer', 'collapse-column'],
          }),
          field('expectedPressure_MPa'),
          field('drilledInCoalSeam', 'flag'),
          field('bulkheadBuilt', 'flag'),
          field('thickSeam', 'flag'),
        ],
      },
      {
        title: title.casing,
        fields: [
          field('casing_m'),
          field('testPressure_MPa'),
          field('hold_min'),
          field('requirementsMet', 'flag'),
          field('endBore_mm'),
        ],
      },
      {
        title: title.design,
        fields: [
          field('approval_date', 'date'),
          field('probeStart_date', 'date'),
          field('designParts', 'count'),
          field('releaseFlow_m3PerH'),
          field('spareDrainage_m3PerH'),
        ],
      },
    ],
    parts: ['hole'],
  },
  pumpRoom: {
    groups: [
      { title: title.inflow, fields: [field('normalInflow_m3PerH'), field('maxInflow_m3PerH')] },
      { title: title.exits, fields: [field('exits', 'count'), field('inclineAboveFloor_m')] },
    ],
    parts: ['pump', 'sump'],
  },
  face: {
    groups: [
      {
        title: title.floor,
        fields: [field('waterPressure_MPa'), field('aquicludeThickness_m'), field('structureDamaged', 'flag')],
      },
    ],
    parts: [],
  },
};

/** The fields of one hole, one pump, one sump. */
export const partForms: Readonly<Record<PartKind, readonly SiteField[]>> = {
  hole: [
    field('name', 'text'),
    field('bearing_deg', 'number', { signed: true }),
    field('dip_deg', 'number', { signed: true }),
    field('depth_m'),
    field('designDepth_m'),
    field('inflow_m3PerH'),
    field('seenOnSite', 'flag'),
    field('towardsWater', 'flag'),
  ],
  pump: [
    field('name', 'text'),
    field('pumpDuty', 'choice', { options: ['working', 'spare', 'overhaul'] }),
    field('capacity_m3PerH'),
  ],
  sump: [
    field('name', 'text'),
    field('sumpKind', 'choice', { options: ['main', 'district'] }),
    field('totalVolume_m3'),
    field('effectiveVolume_m3'),
    field('emptyVolume_m3'),
    // Of a district sump: the inflow of its district.
    field('normalInflow_m3PerH'),
  ],
};

export const siteFields = (kind: SiteKind): readonly SiteField[] =>
  siteForms[kind].groups.flatMap(({ fields }) => fields);
