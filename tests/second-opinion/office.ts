import { near, type SecondRule, secondRule } from './opinion.ts';

const docNumber = secondRule({
  id: 'form.docNumber',
  input: (r) => ({
    provinceShort: '晋',
    areaShort: r.pick(['晋中', '长治', '大同']),
    docCode: r.pick(['处', '复', '撤']),
    year: 2022 + r.below(8),
    serial: 1 + r.below(2000),
  }),
  expected: (i) => ({ value: `${i.provinceShort}（${i.areaShort}）煤安${i.docCode}〔${i.year}〕${i.serial}号` }),
});

const grade = secondRule({
  id: 'standardization.grade2024',
  input: (r) => ({
    totalScore: near(r, [90, 80, 70], 1, 100),
    disasterPreventionMin: near(r, [90, 80, 70], 1, 100),
    professionalMin: near(r, [90, 80, 70], 1, 100),
    foundation: near(r, [85, 80, 70], 1, 100),
    hasDisqualifier: r.below(4) === 0,
  }),
  expected: (i) => {
    const parts = Math.min(i.totalScore, i.disasterPreventionMin, i.professionalMin);
    if (parts >= 90 && i.foundation >= 85 && !i.hasDisqualifier) return { verdict: 'first' };
    const all = Math.min(parts, i.foundation);
    return { verdict: all >= 80 ? 'second' : all >= 70 ? 'third' : 'none' };
  },
});

export const officeRules: readonly SecondRule[] = [docNumber, grade];
