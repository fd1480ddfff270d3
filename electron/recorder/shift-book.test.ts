import { expect, test } from 'vitest';
import { fail, orThrow } from '../../vocabulary/result.ts';
import { readShiftBook } from './shift-book.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const HEAD = '日期,时间,检查地点,CH4%,检查员';
const line = (minute: number, place: string, ch4 = '0.32') =>
  `2026-11-20,${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')},${place},${ch4},张三`;

test('a file of the mine is read with its remarks, line by line', () => {
  const rows = [line(0, '15103面'), line(1, '15105面', '0.28'), line(40, '15103面', '看不清')];
  expect(orThrow(readShiftBook(bytes([HEAD, ...rows].join('\r\n'))))).toEqual({
    checks: 2,
    unread: [4],
    remarks: [{ kind: 'tooFast', by: '张三', from: '15103面', to: '15105面', minutes: 1, rows: [2, 3] }],
  });
});

test('a table pasted with tabs is the same table', () => {
  const text = [HEAD, line(0, '甲'), line(30, '乙', '0.3')].join('\n');
  expect(readShiftBook(bytes(text.replaceAll(',', '\t')))).toEqual(readShiftBook(bytes(text)));
});

test('what is no text and what is no book are faults', () => {
  expect(readShiftBook(new Uint8Array([0, 1, 2, 0]))).toEqual(fail({ code: 'log_not_text' }));
  expect(readShiftBook(bytes('姓名,工号\n张三,7'))).toEqual(fail({ code: 'book_no_columns' }));
});
