import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Family } from '../packs/pack.ts';
import type { CheckItem, Each, EvidenceKind } from './item.ts';
import { findItem } from './registry.ts';

// The 68 rows of the water checklist as the domain reference lists them, cell by cell; what the product asks is held against them.
const cell = z.string();
const rows = z
  .array(
    z.strictObject({
      id: cell,
      zh: cell,
      en: cell,
      evidence: cell,
      applies: cell,
      criterion: cell,
      source: cell,
      prov: cell,
      severity: cell,
      onFail: cell,
      check: cell,
    }),
  )
  .parse(JSON.parse(readFileSync(new URL('../../tests/shared-cases/water-checklist.json', import.meta.url), 'utf8')));
type Row = (typeof rows)[number];

function itemOf({ id }: Row): CheckItem {
  const item = findItem(id);
  if (item === null) throw new Error(`no item ${id}`);
  return item;
}

const letters: Readonly<Record<string, EvidenceKind>> = {
  P: 'photo',
  D: 'document',
  N: 'number',
  G: 'detector',
  S: 'signature',
  W: 'interview',
};

/** Every letter is asked; letters with “or” between them are alternatives of one entry. */
const evidenceOf = ({ evidence }: Row): EvidenceKind[][] =>
  evidence
    .split(/ (?!or )(?<!or )/)
    .map((token) => token.split(' or ').flatMap((one) => letters[one.replace('(persons)', '')] ?? []))
    .filter((kinds) => kinds.length > 0);

/** Units a row asks its numbers in. */
const unitsOf = ({ evidence }: Row): string[] => evidence.match(/\b(?:MPa|mm|min|m³\/h|m³|m)(?![\w³/])/g) ?? [];

const heavy = ['complex', 'extreme'];
/** Where each condition of the reference is answered, and whether the card has to say the condition. */
const applies: Readonly<Record<string, readonly [each: Each, says: boolean, types?: readonly string[]]>> = {
  all: ['mine', false],
  // 自有或外委 stands on the card: a contractor's set counts too.
  'all or contract': ['mine', true],
  'complex/extreme': ['mine', true, heavy],
  'Shanxi headings': ['heading', true],
  'each heading': ['heading', true],
  'unclear goaf': ['heading', true],
  rock: ['heading', true],
  anomalies: ['heading', true],
  'each survey': ['survey', true],
  'each probe': ['probe', true],
  '>0.1 MPa': ['probe', true],
  'by pressure': ['probe', true],
  coal: ['probe', true],
  'goaf unclear': ['probe', true],
  structure: ['probe', true],
  'not for grouting': ['probe', true],
  release: ['probe', true],
  'goaf draining': ['probe', true],
  goaf: ['mine', true],
  faces: ['workface', true],
  'pressure mining': ['face', true],
  changes: ['mine', true],
  'after a sign': ['mine', true],
  'warning issued': ['mine', true],
  'rainy season': ['mine', true],
  yearly: ['mine', true],
};
/** Owed of all mines, answered at each of their pump rooms. */
const atPumpRooms = new Set([
  'water.drainage.pumps',
  'water.drainage.sump',
  'water.drainage.sump-empty',
  'water.drainage.exits',
]);

const severities: Readonly<Record<string, readonly [severity: string, whenComplex: boolean, possible: boolean]>> = {
  G: ['general', false, false],
  M: ['major', false, false],
  'M?': ['general', false, true],
  'M (complex/extreme) else G': ['general', true, false],
  // The condition is no fact of the row: a person decides whether it is major.
  'M (backflow mine)': ['general', false, true],
  'M if not withdrawn': ['general', false, true],
};

const documents: readonly (readonly [RegExp, Family])[] = [
  [/\bX\b/, 'water'],
  [/\bS270\b|\bSOld\b/, 'shanxi'],
  [/\bR22\b|^art\./, 'safety'],
  [/\bH4\b/, 'hazard'],
  [/\bN34\b/, 'threeMusts'],
  [/\bZ\b/, 'zones'],
];

/** Rows whose criterion the reference words without a number, a date or a rule: the inspector judges. */
const byRule = (row: Row): string | null => /water(?:\.[A-Za-z]+)+/.exec(row.criterion)?.[0] ?? null;

describe.each(rows.map((row) => [row.id, row] as const))('%s', (_, row) => {
  const item = itemOf(row);

  test('asks the question in the words of the reference', () => {
    expect(item.question).toEqual({ zh: row.zh, en: row.en.replaceAll("'", '’') });
  });

  test('asks every kind of evidence of the row, and no other', () => {
    expect(item.evidence).toEqual(evidenceOf(row));
    const units = item.criterion.facts.map(({ unit }) => unit);
    expect(unitsOf(row).filter((unit) => !units.includes(unit))).toEqual([]);
    if (item.evidence.flat().includes('number')) expect(item.criterion.facts.length).toBeGreaterThan(0);
  });

  test('is owed where the reference says', () => {
    const [each, says, types = ['simple', 'medium', 'complex', 'extreme']] = applies[row.applies] ?? ['mine', true];
    expect(applies).toHaveProperty([row.applies]);
    expect(item.each).toBe(atPumpRooms.has(row.id) ? 'pumpRoom' : each);
    expect(item.condition !== null).toBe(says);
    expect(item.hydroTypes).toEqual(types);
  });

  test('weighs and orders as the reference does', () => {
    expect([item.severity, item.majorWhenComplex, item.majorPossible]).toEqual(severities[row.severity]);
    const [orders, majorOrders] = row.onFail.includes('/') ? row.onFail.split('/') : [row.onFail, row.onFail];
    expect(item.actions).toEqual(orders?.split(' '));
    expect(item.majorActions).toEqual(majorOrders?.split(' '));
  });

  test('stands on the documents of the reference', () => {
    const asked = documents.flatMap(([mark, family]) =>
      row.source.split('; ').some((part) => mark.test(part)) ? [family] : [],
    );
    const cited = new Set([...item.sources, ...item.ruleSources].map(([family]) => family));
    expect(asked.filter((family) => !cited.has(family))).toEqual([]);
  });

  test('is judged by the rule the reference names, and marked where an expert has to look', () => {
    const rule = byRule(row);
    // What the report says is held against the mine; the class by figures is the rule of its own that the calculator asks.
    if (row.id === 'water.zones.type-current') expect(item.criterion).toMatchObject({ rule: 'water.type.current' });
    else if (rule !== null) expect(item.criterion).toMatchObject({ kind: 'rule', rule });
    expect(item.needsCheck).toBe(row.check.startsWith('NC'));
  });
});

test('the reference and the checklist have the same 68 rows', () => {
  expect(new Set(rows.map(({ id }) => id)).size).toBe(68);
});
