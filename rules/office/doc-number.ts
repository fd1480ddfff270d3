import { count, text } from '../facts/fact.ts';
import { documentNumber } from '../packs/documents.words.ts';
import { defineRule } from '../rule.ts';

/** The number line of an enforcement paper (文书制作规范 art. 7). */
export const docNumber = defineRule({
  id: 'form.docNumber',
  families: ['documents'],
  facts: { provinceShort: text(), areaShort: text(), docCode: text(), year: count(), serial: count() },
  statuses: { computed: 'notApplicable' },
  computes: true,
  evaluate: (facts, law) => ({
    outcome: 'computed',
    results: { value: documentNumber(facts) },
    citations: [law.clause('documents', 'number')],
  }),
});
