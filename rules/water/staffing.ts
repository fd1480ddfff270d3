import { passOrFail } from '../compare-all.ts';
import { exact } from '../decimal.ts';
import { choice, count, flag } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare } from '../workings.ts';

/** Without these a complex or extreme mine has a major hazard (判定标准, water). */
const grave = ['team', 'rigs', 'institution'];

/** People, team and rigs by hydrogeological type (细则 art. 5; the figures are provincial, 待核). */
export const staffing = defineRule({
  id: 'water.staffing',
  families: ['water'],
  facts: {
    hydroType: choice(['simple', 'medium', 'complex', 'extreme']),
    specialists: count(),
    dedicatedTeam: flag(),
    dedicatedRigs: count(),
    dedicatedInstitution: flag(),
    deputyChiefEngineer: flag(),
  },
  statuses: passOrFail,
  evaluate: (facts, law) => {
    const heavy = facts.hydroType === 'complex' || facts.hydroType === 'extreme';
    const staff = law.limit('water', heavy ? 'staff.specialistsComplex' : 'staff.specialists');
    const specialists = compare('n', exact(facts.specialists), staff);
    const rigs = compare('n', exact(facts.dedicatedRigs), law.limit('water', 'staff.rigs'));
    const fails = [
      ...(specialists.broken ? ['specialists'] : []),
      ...(facts.dedicatedTeam ? [] : ['team']),
      ...(rigs.broken ? ['rigs'] : []),
      ...(heavy && !facts.dedicatedInstitution ? ['institution'] : []),
      ...(heavy && !facts.deputyChiefEngineer ? ['deputy-chief-engineer'] : []),
    ];
    const major = heavy && fails.some((name) => grave.includes(name));
    const severity = fails.length === 0 ? null : major ? 'major' : 'general';
    return {
      outcome: fails.length > 0 ? 'fail' : 'pass',
      results: { fails, severity },
      citations: [specialists.citation],
      workings: [specialists.working, rigs.working],
      actions: severity === null ? [] : severity === 'major' ? ['stopMine', 'list'] : ['rectify'],
      ...(severity === null ? {} : { severity }),
    };
  },
});
