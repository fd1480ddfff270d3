import i18next from 'i18next';
import { expect, test } from 'vitest';
import { createAssessor, subIds } from '../../../rules/assessment/assess.ts';
import { figuresOf, margin } from '../../../rules/assessment/figures.ts';
import { isoDate } from '../../../vocabulary/time.ts';
import { limitParts, markLimit } from '../../parts/with-limits.tsx';
import { startWords } from '../../words/words.ts';
import { limitText } from './unit-model.ts';
import { saySub } from './verdict-words.ts';

const day = isoDate.parse('2026-11-27');
startWords('zh');
const spoken = {
  t: i18next.getFixedT('zh', 'words'),
  pick: ({ zh }: { readonly zh: string }) => zh,
  language: 'zh' as const,
};
const { subs } = createAssessor(day)({
  localPressure_kPa: '92',
  drainageType: 'pre-drainage',
  holeSuction_kPa: '10',
  maxDrainageTime_d: '150',
  minDrainageTime_d: '60',
  airSpeed_mPerS: '5',
  returnCH4_pct: '1.2',
  mineDrained_m3PerMin: '27',
  mineVentilated_m3PerMin: '35',
});

test('every limit of a sentence is a part that can be pressed, and has a document behind it', () => {
  let pressed = 0;
  for (const id of subIds) {
    const judged = subs[id];
    const parts = limitParts(saySub(spoken, id, judged, markLimit));
    expect(parts.map(({ text }) => text).join('')).toBe(saySub(spoken, id, judged));
    const limits = new Set(
      figuresOf(id, judged.verdict)
        .filter((figure) => margin(figure) !== null)
        .map(limitText),
    );
    for (const { text, isLimit } of parts) {
      if (!isLimit) continue;
      pressed += 1;
      expect(limits, id).toContain(text);
      expect(judged.verdict.citations.length, id).toBeGreaterThan(0);
    }
    const told = parts.map(({ text }) => text).join('');
    for (const limit of limits)
      if (told.includes(`${limit}`))
        expect(
          parts.some(({ text, isLimit }) => isLimit && text === limit),
          `${id} ${limit}`,
        ).toBe(true);
  }
  expect(pressed).toBeGreaterThan(3);
});
