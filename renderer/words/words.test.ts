import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

type Tree = { readonly [key: string]: string | Tree };

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
const slots = (sentence: string): string[] => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort();

const chinese = new Map(leaves(zh));
const english = new Map(leaves(en));

test('both languages have the same keys', () => {
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
});
test('both halves of a sentence have the same slots', () => {
  const unlike = [...chinese].filter(([key, text]) => `${slots(text)}` !== `${slots(english.get(key) ?? '')}`);
  expect(unlike).toEqual([]);
});

describe('the Chinese words', () => {
  const banned =
    /提交|确定|操作成功|系统异常|加载中|请稍候|是否确认|用户|同步|上传|附件|签名链|冲突解决|异常数据|全部合格|！/;
  test('use none of the words that inspectors do not use', () => {
    expect([...chinese].filter(([, text]) => banned.test(text))).toEqual([]);
  });
  test('have no space typed between Chinese and digits', () => {
    const spaced = [...chinese].filter(([, text]) => /[\u4e00-\u9fff] \{?\d|\d [\u4e00-\u9fff]/.test(text));
    expect(spaced).toEqual([]);
  });
  test('use Chinese punctuation', () => {
    expect([...chinese].filter(([, text]) => /[\u4e00-\u9fff][,;?!]/.test(text))).toEqual([]);
  });
});

test('English words hold no Chinese but names of the language and of legal documents', () => {
  const guilty = [...english].filter(([, text]) => /[\u4e00-\u9fff]/.test(text.replace(/《[^》]*》/g, '')));
  expect(guilty.map(([key]) => key)).toEqual(['common.zhName']);
});

test('screens hold no Chinese of their own', () => {
  const root = join(import.meta.dirname, '..');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !/^(words|fake)[/\\]/.test(name),
  );
  const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const guilty = files.filter((name) =>
    /[\u4e00-\u9fff]/.test(withoutComments(readFileSync(join(root, name), 'utf8'))),
  );
  expect(guilty).toEqual([]);
});
