import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { exact } from '../decimal.ts';
import { factLabel, optionLabel } from '../facts/describe-fact.ts';
import { lawOn } from '../packs/law.ts';
import { missingEvidence } from './evidence.ts';
import { type CheckItem, type EvidenceKind, groupsOfPack } from './item.ts';
import { citationsOf, type ItemContext, judgeItem, severityOf } from './judge-item.ts';
import { checkItems, findItem, gasItems, itemsFor } from './registry.ts';

const everyItem = [...checkItems, ...gasItems];

const date = isoDate.parse('2026-01-15');
const context: ItemContext = { date, hydroType: 'complex' };

function item(id: string): CheckItem {
  const found = findItem(id);
  if (found === null) throw new Error(id);
  return found;
}
const judged = (id: string, facts: Record<string, unknown>, evidence: readonly EvidenceKind[] = [], more = {}) =>
  orThrow(judgeItem(item(id), facts, evidence, { ...context, ...more }));

describe('the checklist', () => {
  test('has the 68 rows in their groups, each with its own id', () => {
    expect(new Set(checkItems.map(({ id }) => id)).size).toBe(68);
    const counts = groupsOfPack.water.map((group) => checkItems.filter((row) => row.group === group).length);
    expect(counts).toEqual([8, 5, 6, 25, 12, 7, 5]);
    expect(checkItems.filter((row) => !row.id.startsWith(`water.${row.group}.`))).toEqual([]);
  });

  test('a short title has at most eight Chinese characters', () => {
    expect(everyItem.filter((row) => [...row.title.zh].length > 8).map((row) => row.id)).toEqual([]);
  });

  test('every input and option has words', () => {
    const inputs = everyItem.flatMap((row) => row.criterion.facts);
    expect(inputs.filter(({ key }) => factLabel(key).zh === key).map(({ key }) => key)).toEqual([]);
    const options = inputs.flatMap((input) => input.options).filter(({ value }) => !/^(?:CO|NO2|I+|IV|V)$/.test(value));
    expect(options.filter(({ value }) => optionLabel(value).zh === value)).toEqual([]);
  });

  test('a row judged by a number holds the figure of its document', () => {
    const law = lawOn(date);
    const figures = {
      'water.exploration.lead-goaf': ['safety', 'lead.goaf'],
      'water.exploration.end-bore': ['water', 'endBore'],
      'gas.fan.discharge': ['safety', 'fan.mixed'],
    } as const;
    for (const [id, [family, key]] of Object.entries(figures)) {
      const { criterion } = item(id);
      const limit = law.limit(family, key);
      expect(criterion).toMatchObject({ kind: 'number', comparator: limit.comparator, unit: limit.unit });
      expect(criterion.kind === 'number' && exact(criterion.limit).eq(limit.value)).toBe(true);
    }
  });

  test('every row cites a document, before and after its answer', () => {
    for (const row of everyItem) {
      expect(citationsOf(row, date).length, row.id).toBeGreaterThan(0);
      expect(orThrow(judgeItem(row, {}, [], { ...context, answer: 'fail' })).citations.length, row.id).toBeGreaterThan(
        0,
      );
    }
  });

  test('under the 2025 edition no row shows an article that was not read', () => {
    const shown = everyItem.flatMap((row) => citationsOf(row, isoDate.parse('2026-11-23')));
    const unread = shown.filter(({ document }) => document === 'rules25' || document === 'hazard21');
    expect(unread.length).toBeGreaterThan(10);
    expect(unread.filter(({ article }) => article !== null)).toEqual([]);
  });

  test('rows for complex mines are not owed by simple ones', () => {
    expect(itemsFor({ hydroType: 'extreme' })).toHaveLength(68);
    const missing = checkItems.filter((row) => !itemsFor({ hydroType: 'medium' }).includes(row));
    expect(missing.map(({ id }) => id)).toEqual(['water.people.deputy-chief', 'water.people.institution']);
  });
});

describe('judging a row', () => {
  test('an empty row is unknown and never passes', () => {
    const lateWhenEmpty = ['water.exploration.geophysics-before-drilling'];
    for (const row of everyItem) {
      const { status } = orThrow(
        judgeItem(row, {}, ['photo', 'document', 'number', 'detector', 'signature', 'interview'], context),
      );
      // Dates of probes that do not exist are a breach of their own.
      expect(status, row.id).toBe(lateWhenEmpty.includes(row.id) ? 'fail' : 'unknown');
    }
  });

  test('a pass without the evidence asked is unknown, and names what is missing', () => {
    const facts = { systems: 7 };
    expect(judged('water.people.systems', facts)).toMatchObject({
      outcome: 'pass',
      status: 'unknown',
      reason: 'evidence-missing',
    });
    expect(missingEvidence(item('water.people.systems'), facts, [])).toEqual(['document']);
    expect(judged('water.people.systems', facts, ['document'])).toMatchObject({ status: 'pass', reason: null });
  });

  test('a fail stands without evidence and carries the orders of the row', () => {
    expect(judged('water.exploration.lead-goaf', { leadDistance_m: '27.5' })).toMatchObject({
      status: 'fail',
      severity: 'general',
      actions: ['stopHeading'],
      citations: [{ article: '第319条' }, { document: 'water2018', article: null }],
      workings: [{ sign: '≥', value: '27.5', limit: '30', unit: 'm', fact: 'leadDistance_m', holds: false }],
    });
  });

  test('the number itself is the evidence where a number is asked', () => {
    expect(judged('water.exploration.lead-goaf', { leadDistance_m: 30 })).toMatchObject({
      status: 'pass',
      pack: { id: 'rules22' },
    });
    expect(judged('water.exploration.lead-goaf', {})).toMatchObject({
      status: 'unknown',
      reason: 'missing:leadDistance_m',
    });
  });

  test('the hydrogeological type of the inspection decides the number of specialists', () => {
    const two = { specialists: 2 };
    expect(judged('water.people.specialist-count', two, ['document']).status).toBe('fail');
    expect(judged('water.people.specialist-count', two, ['document'], { hydroType: 'medium' }).status).toBe('pass');
  });

  test('a row of the inspector takes the answer, and evidence still counts', () => {
    const id = 'water.team.separation';
    expect(judged(id, {}, [], {})).toMatchObject({ status: 'unknown', reason: 'inspector' });
    expect(judged(id, {}, ['interview'], { answer: 'pass' })).toMatchObject({ reason: 'evidence-missing' });
    expect(judged(id, {}, ['interview', 'document'], { answer: 'pass' }).status).toBe('pass');
    expect(judged(id, {}, [], { answer: 'fail' })).toMatchObject({ status: 'fail', actions: ['stopHeading'] });
  });

  test('only its own part of a rule counts for a row', () => {
    const facts = { waterPressure_MPa: 1.5, lead_m: 18, casing_m: 4 };
    expect(judged('water.exploration.lead-rock', facts).status).toBe('pass');
    expect(judged('water.exploration.casing-length', { ...facts, target: 'rock' }).status).toBe('fail');
  });

  test('gear that the pressure requires has to be seen fitted', () => {
    const id = 'water.exploration.valve-blowout';
    const facts = { expectedPressure_MPa: 0.5, drilledInCoalSeam: false, bulkheadBuilt: false, target: 'fault' };
    expect(judged(id, facts, ['photo'])).toMatchObject({ status: 'unknown', reason: 'missing:requirementsMet' });
    expect(judged(id, { ...facts, requirementsMet: false }, ['photo']).status).toBe('fail');
    expect(judged(id, { ...facts, requirementsMet: true }, ['photo']).status).toBe('pass');
    expect(judged(id, { ...facts, expectedPressure_MPa: 0.05 }, ['photo']).status).toBe('pass');
  });

  test('a sign of inrush withdraws people', () => {
    const verdict = judged('water.withdrawal.signs-now', { signsSeen: ['sweating'] });
    expect(verdict).toMatchObject({ status: 'fail', outcome: 'evacuate', severity: 'general' });
    expect(verdict.actions).toEqual(['withdraw', 'stop-work', 'investigate', 'treat']);
  });

  test('what is major only in complex mines is weighed by the type', () => {
    const rigs = item('water.equipment.dedicated-rigs');
    expect([severityOf(rigs, 'simple'), severityOf(rigs, 'complex')]).toEqual(['general', 'major']);
    expect(judged('water.equipment.dedicated-rigs', { dedicatedRigs: 0 })).toMatchObject({
      severity: 'major',
      actions: ['stopMine'],
    });
  });

  test('a malformed fact is a fault', () => {
    expect(judgeItem(item('water.exploration.lead-goaf'), { leadDistance_m: 'far' }, [], context)).toMatchObject({
      ok: false,
      fault: { code: 'bad_facts', path: 'leadDistance_m' },
    });
  });

  test('dates are held against the day of the inspection', () => {
    const training = (day: string) => judged('water.people.training', { lastTraining_date: day }, ['document']).status;
    expect(['2023-01-14', '2023-01-15', '2026-01-15', '2026-01-16'].map(training)).toEqual([
      'fail',
      'pass',
      'pass',
      'unknown',
    ]);
  });
});
