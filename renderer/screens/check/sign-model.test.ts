import { expect, test } from 'vitest';
import { inspectionSheet, signBlock } from '../../../electron/ports/inspection-models.ts';
import { fakeSheet } from '../../fake/fake-sheet.ts';
import {
  blockSections,
  countBlocks,
  maySignElsewhere,
  signaturesOf,
  signersOf,
  unreasoned,
  unsigned,
} from './sign-model.ts';

const sheet = inspectionSheet.parse(fakeSheet(['water.people.plan']));
const blocks = [
  { itemId: 'water.people.plan', placeId: null, why: 'unanswered' },
  { itemId: 'water.people.training', placeId: null, why: 'unanswered' },
  { itemId: 'water.team.records', placeId: null, why: 'no-reason' },
].map((block) => signBlock.parse(block));

test('the officers and the head of the unit sign', () => {
  const signers = signersOf(sheet);
  expect(signers.map((signer) => signer.role)).toEqual(['officer', 'officer', 'unitHead']);
  expect(unsigned(signers)).toHaveLength(3);
});
test('every blocked row needs its own reason', () => {
  expect(countBlocks(blocks)).toEqual([
    ['unanswered', 2],
    ['no-reason', 1],
  ]);
  expect(unreasoned(blocks, { 'water.people.plan@': 'no drawing', 'water.team.records@': ' ' })).toHaveLength(2);
});
test('open rows stand together by group and place, each of them once', () => {
  const sections = blockSections(blocks, (itemId) => itemId.split('.')[1] ?? '');
  expect(sections.map(({ group, blocks: rows }) => [group, rows.length])).toEqual([
    ['people', 2],
    ['team', 1],
  ]);
  expect(sections.flatMap((section) => section.blocks)).toEqual(blocks);
});
test('a signature carries its strokes, a refusal its witness', () => {
  const [officer] = signersOf(sheet);
  if (!officer) throw new Error('no officer');
  const [signed] = signaturesOf([{ ...officer, signed: { kind: 'signed', png: 'AAAA' } }]);
  expect(signed).toMatchObject({ png: 'AAAA', refused: null });
  const [refused] = signaturesOf([{ ...officer, signed: { kind: 'refused', reason: 'r', witness: 'w' } }]);
  expect(refused).toMatchObject({ png: null, refused: { reason: 'r', witness: 'w' } });
});
test('another officer may sign on the own tablet, and nothing of theirs is kept here', () => {
  const [me, other, head] = signersOf(sheet);
  if (!me || !other || !head) throw new Error('nobody signs');
  expect([me, other, head].map((signer) => maySignElsewhere(signer, me))).toEqual([false, true, false]);
  expect(maySignElsewhere(other, undefined)).toBe(false);
  const signers = [
    { ...me, signed: { kind: 'signed' as const, png: 'AAAA' } },
    { ...other, signed: { kind: 'elsewhere' as const } },
  ];
  expect(unsigned(signers)).toEqual([]);
  expect(signaturesOf(signers).map(({ name }) => name)).toEqual([me.name]);
});
