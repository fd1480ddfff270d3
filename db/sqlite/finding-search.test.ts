import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { appendEvent } from '../log/append-event.ts';
import { testDevice } from '../log/test-device.ts';
import { searchText } from '../projections/words.ts';
import { openDatabase, type SqliteDatabase } from './open-database.ts';
import { openStores, type Stores } from './stores.ts';

const idOf = (n: number): string => n.toString(16).padStart(32, '0');
/** Few signs, so that they meet again in every order: words of one, two and more characters, Latin, figures and what parts words. */
const SIGNS = [...'水水顶板淋探放泵ABab27é ，.# '];
const text = (most: number) => fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: most });
const joined = (most: number) => text(most).map((signs) => signs.join(''));
const wordsOf = (said: string): readonly string[] =>
  said
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Found without any index: every word of the phrase stands in a word of the text. */
const holdsWords = (fact: string, phrase: string): boolean =>
  wordsOf(phrase).every((word) => wordsOf(fact).some((own) => own.includes(word)));

test('a search finds what looking through every text finds, in one mine and in all', () => {
  const device = testDevice('searcher', 'inspector');
  const facts = fc.sample(joined(14), { seed: 7, numRuns: 120 }).filter((fact) => fact.trim() !== '');
  for (const [n, fact] of facts.entries()) {
    device.clock.wall += 1000;
    const judged = { severity: 'general', citations: [], decision: null, state: 'raised' };
    const body = { inspection: idOf(1), item: 'water.people.plan', mine: '甲矿', fact, ...judged };
    const subject = `finding/${idOf(n)}/finding`;
    orThrow(appendEvent(device.ports, { author: 'b'.repeat(32) as never, type: 'finding', subject, body }));
  }
  const { findings } = device.stores;
  const page = { after: null, limit: 1000 };
  const held = findings.newest({ ...page, severity: null });
  expect(held).toHaveLength(facts.length);
  const idsOf = (lines: readonly { readonly finding: string }[]) => lines.map(({ finding }) => finding).sort();
  fc.assert(
    fc.property(joined(7), (phrase) => {
      const found = idsOf(findings.search({ ...page, phrase, severity: null }));
      const expected = wordsOf(phrase).length === 0 ? [] : held.filter(({ fact }) => holdsWords(fact, phrase));
      expect(found).toEqual(idsOf(expected));
      const inMine = findings.ofMine({ ...page, mine: '甲矿', state: 'raised', holding: phrase });
      expect(idsOf(inMine)).toEqual(idsOf(held.filter(({ fact }) => fact.includes(phrase.normalize('NFC')))));
    }),
    { numRuns: 400 },
  );
});

describe('in an encrypted file', () => {
  const FINDINGS = 4000;
  let folder = '';
  let db: SqliteDatabase;
  let stores: Stores;
  const facts = new Map<number, string>();
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jingxun-findings-'));
    db = orThrow(openDatabase({ path: join(folder, 'record.db'), key: 'ab'.repeat(32), mustExist: false }));
    stores = openStores(db);
    const common = "zeroblob(32), 0, 'e', 'l', 1, 'a'";
    const put = db.prepare(`INSERT INTO p_findings
      (subject, hash, generation, event, log, seq, author, wall, heads, finding, inspection, item, mine, fact, severity, citations, state)
      VALUES (?, ${common}, ?, 1, 'f', 'i', 'water.people.plan', ?, ?, 'general', '[]', 'raised')`);
    const putWords = db.prepare('INSERT INTO w_findings (rowid, runs) VALUES (?, ?)');
    db.exec('BEGIN');
    for (let n = 1; n <= FINDINGS; n += 1) {
      const signs = Array.from({ length: 8 }, (_, at) => String.fromCodePoint(0x4e00 + ((n * (at + 7)) % 211)));
      const fact = `${signs.join('')}${n % 997 === 5 ? '稀' : ''}${n % 2 === 0 ? '常' : ''}`;
      facts.set(n, fact);
      put.run(n, n * 1000, `矿井${n % 7}`, fact);
      putWords.run(n, searchText(fact));
    }
    db.exec('COMMIT');
  });
  afterAll(() => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a single character is found page by page, in most findings, in some and in few that lie far back', () => {
    const { findings } = stores;
    for (const phrase of ['常', '稀', '一', '丁', '没', ' 常，', '常稀']) {
      const word = phrase.replace(/[ ，]/g, '');
      const expected = [...facts].flatMap(([n, fact]) => (fact.includes(word) ? [n] : [])).reverse();
      const seen: number[] = [];
      for (let after: { at: number; n: number } | null = null; ; ) {
        const lines = findings.search({ phrase, severity: null, after, limit: 50 });
        seen.push(...lines.map(({ n }) => n));
        after = lines.at(-1) ?? null;
        if (lines.length < 50) break;
      }
      expect(seen).toEqual(expected);
    }
  });

  const pagesOf = (name: string, kind: string) =>
    db
      .prepare<[string, string], { pages: number; unused: number }>(
        'SELECT count(*) AS pages, sum(unused) * 1.0 / sum(pgsize) AS unused FROM dbstat WHERE name = ? AND pagetype = ?',
      )
      .get(name, kind);

  test('pages of the lists are full, though findings come to every mine by turns', () => {
    for (const index of [1, 2, 3, 4]) {
      const leaves = pagesOf(`p_findings_${index}`, 'leaf');
      expect(leaves?.pages).toBeGreaterThan(10);
      expect(leaves?.unused).toBeLessThan(0.25);
    }
  });

  test('no part of the search table runs over into a second page', () => {
    expect(pagesOf('w_findings_data', 'leaf')?.pages).toBeGreaterThan(20);
    expect(pagesOf('w_findings_data', 'overflow')?.pages).toBe(0);
  });
});
