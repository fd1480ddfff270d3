import { expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/universal';
import { isWorkbook, workbookText } from './read-workbook.ts';

test('a workbook is read as its text would be pasted, days and times of day included', async () => {
  const data = [
    [
      { value: '日期', type: String },
      { value: '时间', type: String },
      { value: '甲烷', type: String },
    ],
    [
      { value: new Date(Date.UTC(2026, 10, 20)), type: Date, format: 'yyyy-mm-dd' },
      { value: '08:10', type: String },
      { value: 0.32, type: Number },
    ],
  ];
  const blob = await writeWorkbook(data, {}).toBlob();
  const bytes = new Uint8Array(await blob.arrayBuffer());
  expect(isWorkbook(bytes)).toBe(true);
  expect(await workbookText(bytes)).toBe('日期\t时间\t甲烷\n2026-11-20 00:00\t08:10\t0.32');
});

test('a text is no workbook', () => {
  expect(isWorkbook(new TextEncoder().encode('日期,时间'))).toBe(false);
});
