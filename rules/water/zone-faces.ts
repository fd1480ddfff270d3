import { passOrFail } from '../compare-all.ts';
import { exact } from '../decimal.ts';
import { count } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare } from '../workings.ts';

/** Work in a deferred or a forbidden zone: none is allowed. Counted off the map where zones and work are both drawn. */
export const zoneFaces = defineRule({
  id: 'water.zones.faces',
  families: ['zones'],
  facts: { facesInDeferred: count(), facesInForbidden: count() },
  statuses: passOrFail,
  onFail: { severity: 'general', actions: ['stopHeading', 'list'] },
  lists: ['fails'],
  evaluate: ({ facesInDeferred, facesInForbidden }, law) => {
    const none = (key: string) =>
      ({ value: exact(0), unit: '', comparator: '<=', sense: 'must', citation: law.clause('zones', key) }) as const;
    const parts = {
      deferred: compare('n₁', exact(facesInDeferred), none('deferred')),
      forbidden: compare('n₂', exact(facesInForbidden), none('forbidden')),
    };
    const fails = Object.entries(parts).flatMap(([name, part]) => (part.broken ? [name] : []));
    return {
      outcome: fails.length > 0 ? 'fail' : 'pass',
      results: { fails },
      citations: [law.clause('zones', 'zones')],
      workings: Object.values(parts).map(({ working }) => working),
    };
  },
});
