import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '../../vocabulary/test-scale.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { renderWithdrawalOrder } from './render-withdrawal-order.ts';
import { sampleOrder } from './sample-order.ts';

const seen = (text: string): string => text.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]*>/g, '');
const skeleton = (text: string): string[] => text.match(/<[^>]*>/g) ?? [];
const sheet = (more: Partial<typeof sampleOrder> = {}): string =>
  seen(renderWithdrawalOrder({ ...sampleOrder, ...more }));

describe('the sheet of a withdrawal order', () => {
  test('says to the minute what was found where, and what must be cleared', () => {
    expect(sheet()).toContain('2026-11-23 14:31，在15105回风顺槽掘进工作面检查发现');
    expect(sheet()).toContain('15105运输顺槽');
    expect(sheet()).toContain('下达时间2026-11-23 14:33:05');
  });

  test('carries its mark while it has no number, and both once it has one', () => {
    expect(sheet()).toContain('文号待编　一次性编号临9F3A-70C1');
    const numbered = sheet({ number: '晋（晋中）煤安撤〔2026〕12号' });
    expect(numbered).toContain('晋（晋中）煤安撤〔2026〕12号（一次性编号临9F3A-70C1）');
    expect(numbered).not.toContain('文号待编');
  });

  test('says that two numbers wait for a decision, and later which one is void and why', () => {
    const number = '晋（晋中）煤安撤〔2026〕12号';
    const other = '晋（吕梁）煤安撤〔2026〕3号';
    expect(sheet({ number, otherNumbers: [{ number: other, reason: '' }] })).toContain(
      `两个文号：${number}、${other}，待组长裁定`,
    );
    expect(sheet({ number, otherNumbers: [{ number: other, reason: '裁定用另一个号' }] })).toContain(
      `作废文号：${other}（裁定用另一个号）`,
    );
  });

  test('names how many are still inside, and leaves what is not counted blank instead of a figure', () => {
    expect(sheet()).toContain('尚有4人未撤出');
    const uncounted = sheet({ people: { before: null, out: null, missing: null, source: '' } });
    expect(uncounted).toContain('撤离前　　　人');
    expect(uncounted).not.toMatch(/未撤出|无人滞留/);
    expect(sheet({ people: { before: 23, out: null, missing: null, source: '' } })).not.toMatch(/未撤出|无人滞留/);
  });

  test('prints an article nobody has read as to be verified, and never waits for it', () => {
    expect(sheet()).toContain('第〔条号待核〕条');
    expect(sheet()).toContain('核对后补正');
  });

  test('is marked as a draft while an article is open, and no longer once it was typed', () => {
    expect(sheet()).toMatch(/草稿 本命令所依据的1处条文号/);
    const typed = sampleOrder.citations.map((one) => ({ ...one, article: '第193条' }));
    expect(sheet({ citations: typed })).toContain('第193条');
    expect(sheet({ citations: typed })).not.toMatch(/草稿|条号待核〕/);
  });

  test('says when it was given in error', () => {
    expect(sheet({ voided: { at: epochMs.parse(sampleOrder.issuedAt), reason: '误按' } })).toContain(
      '作废，理由：误按',
    );
  });

  test('no text a person wrote changes the tags of the page', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const with_ = (own: string) =>
          skeleton(renderWithdrawalOrder({ ...sampleOrder, mine: own, danger: own, foundPlace: own, area: [own] }));
        expect(with_(`x${text}`)).toEqual(with_('x'));
      }),
      { numRuns: scaled(200) },
    );
  });
});
