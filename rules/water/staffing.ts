import { passOrFail } from '../compare-all.ts';
import { exact } from '../decimal.ts';
import { choice, count, flag, optional } from '../facts/fact.ts';
import { defineRule, type Finding, lacking } from '../rule.ts';
import { compare } from '../workings.ts';

/** Without these a complex or extreme mine has a major hazard (判定标准, water). */
const grave: ReadonlySet<string> = new Set(['team', 'rigs', 'institution']);

/** People, team and rigs by hydrogeological type (细则 art. 5; the figures are provincial, 待核). */
export const staffing = defineRule({
  id: 'water.staffing',
  families: ['water'],
  facts: {
    hydroType: choice(['simple', 'medium', 'complex', 'extreme']),
    specialists: count(),
    dedicatedTeam: flag(),
    dedicatedRigs: count(),
    /** Asked of complex and extreme mines only. */
    dedicatedInstitution: optional(flag()),
    deputyChiefEngineer: optional(flag()),
  },
  statuses: passOrFail,
  lists: ['fails'],
  evaluate: (facts, law) => {
    const heavy = facts.hydroType === 'complex' || facts.hydroType === 'extreme';
    if (heavy && facts.dedicatedInstitution === null) return lacking('dedicatedInstitution');
    if (heavy && facts.deputyChiefEngineer === null) return lacking('deputyChiefEngineer');
    const staff = law.limit('water', heavy ? 'staff.specialistsComplex' : 'staff.specialists');
    const specialists = compare('n', exact(facts.specialists), staff);
    const rigs = compare('n', exact(facts.dedicatedRigs), law.limit('water', 'staff.rigs'));
    const broken = {
      specialists: specialists.broken,
      team: !facts.dedicatedTeam,
      rigs: rigs.broken,
      institution: heavy && !facts.dedicatedInstitution,
      'deputy-chief-engineer': heavy && !facts.deputyChiefEngineer,
    };
    const fails = Object.entries(broken).flatMap(([name, is]) => (is ? [name] : []));
    return {
      outcome: fails.length > 0 ? 'fail' : 'pass',
      ...weighed(fails, heavy),
      citations: [specialists.citation],
      workings: [specialists.working, rigs.working],
    };
  },
});

function weighed(fails: readonly string[], heavy: boolean): Pick<Finding, 'results' | 'severity' | 'actions'> {
  if (fails.length === 0) return { results: { fails, severity: null } };
  const major = heavy && fails.some((name) => grave.has(name));
  const severity = major ? 'major' : 'general';
  return { results: { fails, severity }, severity, actions: major ? ['stopMine', 'list'] : ['rectify'] };
}
