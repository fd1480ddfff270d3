import { expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { companyLimit } from '../packs/company.ts';
import { itemAt } from './at-place.ts';
import { judgeItem, judgeItemByCompany } from './judge-item.ts';
import { findItem } from './registry.ts';

const context = { date: isoDate.parse('2026-11-27'), hydroType: 'complex' } as const;
const known = findItem('gas.air.ch4');
if (!known) throw new Error('no row');
const row = itemAt(known, 'faceReturn');
const own = (key: string, value: string) =>
  companyLimit.parse({ family: 'safety', key, value, title: '瓦斯管理规定', article: '第12条', from: '2026-01-01' });
const facts = { ch4_pct: '0.9' };
const byCompany = (...limits: ReturnType<typeof own>[]) => orThrow(judgeItemByCompany(row, facts, context, limits));

test("a row has a second verdict by the mine's own figure, beside that of the law", () => {
  expect(byCompany(own('ch4.return', '0.8'))).toMatchObject({
    status: 'fail',
    source: 'company',
    severity: null,
    actions: ['investigate', 'treat', 'stop-work', 'withdraw'],
    citations: expect.arrayContaining([expect.objectContaining({ title: '瓦斯管理规定', article: '第12条' })]),
  });
  expect(orThrow(judgeItem(row, facts, ['number', 'detector'], context))).toMatchObject({
    status: 'pass',
    source: 'law',
  });
});

test('there is none where no figure has a part in the row, is not stricter, or a fact is missing', () => {
  expect(byCompany()).toBeNull();
  expect(byCompany(own('toxic.CO', '20'))).toBeNull();
  expect(byCompany(own('ch4.return', '1.2'))).toBeNull();
  expect(orThrow(judgeItemByCompany(row, {}, context, [own('ch4.return', '0.8')]))).toBeNull();
});
