import { describe, expect, test } from 'vitest';
import { documents } from '../registry.ts';

const text = documents['verify-txt'].render({ principal: 'team03-dev1@jingxun' });

describe('VERIFY.txt', () => {
  test('names the carrier of this bundle in the commands and leaves no slot open', () => {
    expect(text).toContain(
      '-I team03-dev1@jingxun -n jingxun-bundle -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt',
    );
    expect(text).not.toMatch(/\{\w+\}|undefined/);
  });

  test('says each step in Chinese, then in English, then what to type', () => {
    const lines = text.split('\n');
    const steps = lines.flatMap((line, at) => (/^\d\. /.test(line) ? [at] : []));
    expect(steps).toHaveLength(8 + 5);
    for (const at of steps) {
      expect(lines[at]).toMatch(/[\u4e00-\u9fff]/);
      expect(lines[at + 1]).toMatch(/^ {3}[A-Z][^\u4e00-\u9fff]+$/);
      expect(lines[at + 2]).toMatch(/^ {4}\S/);
    }
  });

  test('says of macOS and Windows that they are run in public CI only', () => {
    expect(text.match(/run in public CI only/g)).toHaveLength(2);
    expect(text.match(/只在公共持续集成里执行/g)).toHaveLength(2);
  });

  test('a principal that a shell would read is a bug of the caller', () => {
    for (const principal of [
      'x; rm -rf ~@jingxun',
      '$(x)@jingxun',
      '-f@jingxun',
      'team03',
      'a@jingxun\nb@jingxun',
      '',
    ]) {
      expect(() => documents['verify-txt'].render({ principal }), principal).toThrow('not a principal');
    }
  });
});
