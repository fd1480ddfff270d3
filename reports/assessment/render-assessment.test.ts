import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { subWords } from '../../rules/assessment/steps.words.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import type { AssessmentFacts } from './assessment-facts.ts';
import { renderAssessment } from './render-assessment.ts';
import { sampleAssessment } from './sample-assessment.ts';

const seen = (text: string): string =>
  text
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&#39;', "'");
const page = (more: Partial<AssessmentFacts> = {}): string => renderAssessment({ ...sampleAssessment, ...more });
const sheet = (more: Partial<AssessmentFacts> = {}): string => seen(page(more));

describe('the paper of an assessment', () => {
  test('names the unit and each of its verdicts twice: in one line, and with its arithmetic', () => {
    expect(sheet()).toContain('山西沁源某某煤业有限公司　15103 综采工作面　预抽单元2　2026年第4季度');
    for (const { zh } of Object.values(subWords)) expect(sheet().split(zh).length, zh).toBeGreaterThan(2);
    expect(page().match(/<math /g)?.length).toBeGreaterThan(10);
  });

  test('says of each figure who gave it, when and from where', () => {
    expect(sheet()).toContain('手填；王晓岚　2026-11-23 09:00');
    expect(sheet()).toContain('检测仪读数，不作证据；赵志强');
    expect(sheet()).toContain('同矿同季其他单元带入；王晓岚');
    expect(sheet()).toContain('抽采达标评判月报.xlsx 测点!E2；王晓岚');
    expect(sheet()).toContain('另一台平板填的是7000 t，暂按较重的判');
  });

  test('what nobody gave stands as not given and its verdict as none, never as a pass', () => {
    expect(sheet()).toContain('孔口负压p未填');
    expect(sheet()).toContain('缺孔口负压，这一条没有判定，不算合格');
    const { suction } = sampleAssessment.subs;
    expect(suction.verdict.status).toBe('unknown');
    const row = /<td[^>]*>孔口负压<\/td><td[^>]*><span class="mark" data-tone="(\w+)"/.exec(page())?.[1];
    expect(row).toBe('unknown');
  });

  test('prints the largest point, where the points lie and what a failing one condemns', () => {
    expect(sheet()).toContain('150–200 m：有0个，要2个');
    expect(sheet()).toContain('1个没有填距起点的距离');
    expect(sheet()).toContain('不合格测点周围判为不达标的里程：0–160 m');
    expect(sheet({ points: [] })).toContain('没有测点记录');
  });

  test('compares with the quarter before, and says where there is none', () => {
    expect(sheet()).toContain('上季（2026年第3季度）');
    expect(sheet({ before: null })).toContain('上一季度没有这个单元的评判');
    expect(sheet({ before: null })).not.toContain('上季（');
  });

  test('is a draft while it rests on an article nobody has read, and lists it as to be verified', () => {
    const open = sampleAssessment.subs.outburst.verdict.citations.slice(0, 1).map((one) => ({ ...one, article: null }));
    expect(sheet({ draft: open })).toMatch(/草稿 本评判所依据的1处条文号/);
    expect(sheet({ draft: [] })).not.toContain('草稿');
    expect(sheet()).toContain('待核');
  });

  test("prints what the mine's own figures say beside the law, as what they are", () => {
    const { air } = sampleAssessment.subs;
    const byCompany = { ...air.verdict, status: 'fail', outcome: 'fail', source: 'company' } as const;
    const printed = sheet({ subs: { ...sampleAssessment.subs, air: { ...air, byCompany } } });
    expect(printed).toContain('企业标准');
    expect(sheet()).not.toContain('企业标准');
  });

  test('says that no result was kept yet', () => {
    expect(sheet()).toContain('赵志强　2026-11-23 14:00');
    expect(sheet({ conclusion: null })).toContain('还没有记下结论');
  });

  test('no text a person wrote changes the tags of the page', () => {
    const skeleton = (text: string): string[] => text.match(/<[^>]*>/g) ?? [];
    const [point] = sampleAssessment.points;
    const [figure] = sampleAssessment.figures;
    if (!point || !figure) throw new Error('the sample has points and figures');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const with_ = (own: string) =>
          skeleton(
            page({
              mine: own,
              face: own,
              name: own,
              points: [{ ...point, place: own }],
              figures: [{ ...figure, author: own }],
            }),
          );
        expect(with_(`x${text}`)).toEqual(with_('x'));
      }),
      { numRuns: scaled(60) },
    );
  });
});
