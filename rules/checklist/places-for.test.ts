import { expect, test } from 'vitest';
import type { Place } from '../../vocabulary/place.ts';
import { placesFor } from './places-for.ts';

type Named = Pick<Place, 'code' | 'kind' | 'name'>;
const heading: Named = { code: 'headingFace', name: '1203' };
const site: Named = { code: 'headingFace', kind: 'probeSite', name: '1203 1#' };
const face: Named = { code: 'face', name: '15103' };
const pumps: Named = { code: 'other', kind: 'pumpRoom', name: '中央泵房' };
const office: Named = { code: 'other', name: '调度室' };
const all = [office, pumps, face, heading, site];

test('a row of each heading, face, site, pump room stands at the places of that kind and at no other', () => {
  expect(placesFor('heading', all)).toEqual([heading]);
  expect(placesFor('probe', all)).toEqual([site]);
  expect(placesFor('face', all)).toEqual([face]);
  expect(placesFor('pumpRoom', all)).toEqual([pumps]);
  expect(placesFor('workface', all)).toEqual([face, heading]);
  expect(placesFor('mine', all)).toEqual([]);
});

test('a probe is asked at the heads of the headings where the plan names no site', () => {
  expect(placesFor('probe', [office, heading])).toEqual([heading]);
  expect(placesFor('survey', [heading, site])).toEqual([heading]);
});

test('where no head of a heading is named, what belongs to one stands for it; what a person called something else does not', () => {
  const airflow: Named = { code: 'headingAirflow', name: '1203 风流' };
  expect(placesFor('heading', [office, airflow])).toEqual([airflow]);
  expect(placesFor('heading', [{ ...airflow, kind: 'pumpRoom' }])).toEqual([]);
  expect(placesFor('face', [office])).toEqual([]);
});
