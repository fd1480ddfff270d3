import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { judge } from '../judge.ts';

const date = isoDate.parse('2026-01-15');
const say = (rule: string, facts: Record<string, unknown>) => orThrow(judge(`gas.outburst.${rule}`, facts, { date }));

describe('the chain of a region', () => {
  const treated = { prediction: 'danger', measures: 'done', effectCheck: 'effective' };

  test('holds only when every step that is owed has spoken well', () => {
    expect(say('regional', { ...treated, verification: 'noDanger' })).toMatchObject({
      status: 'pass',
      outcome: 'holds',
    });
    expect(say('regional', { prediction: 'noDanger', verification: 'noDanger' }).status).toBe('pass');
    expect(say('regional', treated)).toMatchObject({ status: 'unknown', reason: 'missing:verification' });
    expect(say('regional', { verification: 'noDanger' })).toMatchObject({ reason: 'missing:prediction' });
    expect(say('regional', { prediction: 'danger', verification: 'noDanger' })).toMatchObject({
      reason: 'missing:measures',
    });
  });

  test('is broken by one step that says bad, whatever is not yet known', () => {
    expect(say('regional', { prediction: 'danger', effectCheck: 'ineffective' })).toMatchObject({
      status: 'fail',
      actions: ['stopHeading', 'treat'],
      results: { fails: ['effectCheck'] },
      citations: [{ article: '第5条' }, { article: '第6条' }],
    });
    expect(say('regional', { verification: 'danger' }).status).toBe('fail');
    expect(say('regional', { ...treated, measures: 'notDone', verification: 'danger' }).results.fails).toEqual([
      'measures',
      'verification',
    ]);
  });

  test('does not ask for measures where no danger was predicted', () => {
    const facts = { prediction: 'noDanger', measures: 'notDone', effectCheck: 'ineffective', verification: 'noDanger' };
    expect(say('regional', facts).status).toBe('pass');
  });
});

describe('the chain of a face', () => {
  test('a face that was not predicted counts as dangerous: its measures are owed', () => {
    expect(say('local', { protection: 'done' })).toMatchObject({ status: 'unknown', reason: 'missing:measures' });
    const unpredicted = say('local', { measures: 'done', effectCheck: 'effective', protection: 'done' });
    expect(unpredicted).toMatchObject({ status: 'pass', citations: [{}, {}, { article: '第75条' }] });
    const predicted = say('local', {
      prediction: 'danger',
      measures: 'done',
      effectCheck: 'effective',
      protection: 'done',
    });
    expect(predicted.citations).toHaveLength(2);
  });

  test('protective measures are owed always', () => {
    expect(say('local', { prediction: 'noDanger' })).toMatchObject({ reason: 'missing:protection' });
    expect(say('local', { prediction: 'noDanger', protection: 'notDone' }).status).toBe('fail');
    expect(say('local', { prediction: 'noDanger', protection: 'done' }).status).toBe('pass');
  });

  test('one step turned from good to bad never makes a broken chain hold', () => {
    const maybe = (...words: string[]) => fc.option(fc.constantFrom(...words));
    const facts = fc.record({
      prediction: maybe('danger', 'noDanger'),
      measures: maybe('done', 'notDone'),
      effectCheck: maybe('effective', 'ineffective'),
      protection: maybe('done', 'notDone'),
    });
    const worse = { prediction: 'danger', measures: 'notDone', effectCheck: 'ineffective', protection: 'notDone' };
    fc.assert(
      fc.property(facts, fc.constantFrom('measures', 'effectCheck', 'protection', 'prediction'), (good, key) => {
        const bad = { ...good, [key]: worse[key as keyof typeof worse] };
        return say('local', good).status !== 'fail' || say('local', bad).status === 'fail';
      }),
      { numRuns: scaled(200) },
    );
  });
});

test('a face is free of danger only after two cycles in a row', () => {
  const cycles = (thisCycle: string, previousCycle: string | null) => say('twoCycles', { thisCycle, previousCycle });
  expect(cycles('noDanger', 'noDanger').status).toBe('pass');
  expect(cycles('noDanger', 'danger').status).toBe('fail');
  expect(cycles('danger', 'noDanger').status).toBe('fail');
  expect(cycles('noDanger', null)).toMatchObject({
    status: 'fail',
    citations: [{ article: '第84条' }, { article: '第75条' }],
  });
  expect(say('twoCycles', {}).status).toBe('unknown');
});
