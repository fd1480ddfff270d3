import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaled } from '../../../../vocabulary/test-scale.ts';
import { type AreaDraft, areaFigures, badFigures, draftOfArea, sheetOf } from './area-draft.ts';

const draft = (more: Partial<AreaDraft> = {}): AreaDraft => ({ ...draftOfArea(null), name: '15采区', ...more });

test('what is empty is not given, and never nought', () => {
  const sheet = sheetOf('示例煤矿', draft(), []);
  expect(areaFigures.map((key) => sheet?.[key])).toEqual(areaFigures.map(() => null));
  expect(sheet).toMatchObject({ plannedMiningStart_date: null, figures_date: null, areaType: 'planning' });
});

test('amounts stay the decimals that were typed, full-width digits too', () => {
  const sheet = sheetOf('示例煤矿', draft({ originalContent_m3PerT: '１２．３０', surfaceWells_n: '6' }), []);
  expect(sheet).toMatchObject({ originalContent_m3PerT: '12.30', surfaceWells_n: 6 });
});

test('a figure that is no amount is named and keeps the sheet from being recorded', () => {
  const wrong = draft({ residualContent_m3PerT: '-1', surfaceWells_n: '2.5', holeMetres_m: '多' });
  expect(badFigures(wrong)).toEqual(['surfaceWells_n', 'holeMetres_m', 'residualContent_m3PerT']);
  expect(sheetOf('示例煤矿', wrong, [])).toBeNull();
});

test('an area without a name is not recorded', () => {
  expect(sheetOf('示例煤矿', draft({ name: '  ' }), [])).toBeNull();
});

test('a sheet taken into the form and kept again is the same sheet', () => {
  const amount = fc.oneof(
    fc.constant(''),
    fc.integer({ min: 0, max: 99_999 }).map((value) => (value / 100).toFixed(2)),
  );
  const figures = fc.record(
    Object.fromEntries(
      areaFigures.map((key) => [key, key === 'surfaceWells_n' ? fc.constantFrom('', '0', '12') : amount]),
    ),
  );
  fc.assert(
    fc.property(figures, fc.constantFrom('planning', 'preparation', 'production'), (typed, areaType) => {
      const sheet = sheetOf('示例煤矿', draft({ ...typed, areaType, plannedMiningStart_date: '2029-06-01' }), []);
      return sheet !== null && JSON.stringify(sheetOf('示例煤矿', draftOfArea(sheet), [])) === JSON.stringify(sheet);
    }),
    { numRuns: scaled(100) },
  );
});
