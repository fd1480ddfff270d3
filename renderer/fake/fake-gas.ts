import { obligationsOf } from '../../rules/checklist/obligations.ts';
import { place } from '../../vocabulary/place.ts';
import { fakeId, fakeNow, minutes } from './fake-ids.ts';
import { countRows, type FakeSheet, fakeSheet } from './fake-sheet.ts';

const places = [
  { placeId: fakeId('g1'), code: 'face', name: '15103综采工作面' },
  { placeId: fakeId('g2'), code: 'returnCorner', name: '15103回风隅角' },
  { placeId: fakeId('g3'), code: 'faceReturn', name: '15103回风顺槽' },
  { placeId: fakeId('g4'), code: 'headingFace', name: '15105回风顺槽掘进' },
].map((one) => place.parse(one));

/** A gas inspection as it is opened, three rows answered, one standing at the face. */
export function fakeGasSheet(): FakeSheet {
  const opened = fakeSheet(['gas.air.ch4']);
  const [row] = opened.rows;
  const owed = obligationsOf({ hydroType: 'complex', packs: ['gas'], places });
  const rows = owed.flatMap(({ item, placeId }, at): FakeSheet['rows'] =>
    row
      ? [
          {
            ...row,
            itemId: item.id,
            placeId,
            status: at < 3 ? 'pass' : 'unanswered',
            answer: at < 3 ? row.answer : null,
            severity: null,
            finding: null,
            missingEvidence: item.evidence.flatMap(([kind]) => kind ?? []),
          },
        ]
      : [],
  );
  return {
    ...opened,
    places,
    rows,
    findings: [],
    currentPlace: fakeId('g1'),
    currentSince: fakeNow - minutes(12),
    summary: { ...opened.summary, counts: countRows(rows) },
  };
}
