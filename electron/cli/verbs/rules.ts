import { packs } from '../../../rules/packs/registry.ts';
import { rules } from '../../../rules/registry.ts';
import { ok } from '../../../vocabulary/result.ts';
import type { Verb } from '../verb.ts';

/** `rules`: one line per rule with the facts it asks, then one per pack with its dates. */
export const verb: Verb = {
  name: 'rules',
  usage: { zh: 'rules　列出规则和规则包', en: 'rules — list the rules and the rule packs' },
  async run(_argv, io) {
    for (const { id, title, fields, statuses } of rules) {
      const facts = fields.map(({ key, kind, options, needed }) => ({ key, kind, options, needed }));
      io.out({ type: 'rule', id, ...title, facts, outcomes: statuses });
    }
    for (const { id, version, title, source, effectiveFrom, effectiveTo } of packs)
      io.out({ type: 'pack', id, version, title, source, effectiveFrom, effectiveTo });
    return ok(0);
  },
};
