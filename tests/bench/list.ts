import path from 'node:path';
import { searchText } from '../../db/projections/words.ts';
import { openStores, type Stores } from '../../db/sqlite/stores.ts';
import { seededRandom } from '../fuzz/random.ts';
import { type Contender, timeCalls, timeInTurns } from './measure.ts';
import { plainDatabase, sealedDatabase } from './raw-database.ts';
import type { Workload } from './workload.ts';

const MINES = 40;
const STATES = ['raised', 'ordered', 'mended', 'checked', 'closed'] as const;
const PAGE = 50;
const CALLS = 1000;
const WORDS =
  '顶板 淋水 探放 水害 导水 裂隙 老空 积水 水泵 排水 水仓 闸门 钻孔 超前 距离 帷幕 注浆 水压 含水 断层 陷落 柱体 采掘 巷道 迎头 煤层 底板 突水 系数 观测 水位 涌水 管路 阀门 电缆 开关 记录 牌板 图纸 审批 培训 演练 撤人 预警 通信 照明 通风 瓦斯 抽采 浓度'.split(
    ' ',
  );

interface Made {
  readonly stores: Stores;
  readonly close: () => void;
}

/** A million findings of forty mines in five states, titles of four words, the same in every run. */
function makeFindings(folder: string, size: number, open: typeof sealedDatabase): Made {
  const db = open(path.join(folder, 'list.db'));
  const stores = openStores(db);
  const random = seededRandom(5);
  const columns =
    'subject, hash, generation, event, log, seq, author, wall, heads, finding, inspection, item, placeId, mine, fact, severity, citations, decision, state';
  const put = db.prepare(
    `INSERT INTO p_findings (${columns}) VALUES (${columns
      .split(', ')
      .map(() => '?')
      .join(', ')})`,
  );
  const putWords = db.prepare('INSERT INTO w_findings (rowid, runs) VALUES (?, ?)');
  const id = (n: number): string => n.toString(16).padStart(32, '0');
  const hash = Buffer.alloc(32);
  for (let from = 1; from <= size; from += 20_000) {
    db.exec('BEGIN');
    for (let n = from; n < from + 20_000 && n <= size; n += 1) {
      const words = Array.from({ length: 4 }, () => WORDS[random.below(WORDS.length)] ?? '');
      const about = [`矿井${random.below(MINES)}`, words.join(''), 'general', '[]', null, STATES[random.below(5)]];
      const event = [id(n).repeat(2), id(1), n, id(2), 1_795_000_000_000 + n, 1];
      put.run(n, hash, 0, ...event, id(n), id(n >> 4), 'water.people.plan', null, ...about);
      putWords.run(n, searchText(words.join('')));
    }
    db.exec('COMMIT');
  }
  return { stores, close: () => db.close() };
}

/** All questions in one process, on one million rows: making them anew for each would take longer than asking. */
const lists =
  (open: typeof sealedDatabase): Contender =>
  ({ folder, size }) => {
    const { stores, close } = makeFindings(folder, size, open);
    const random = seededRandom(9);
    const mine = () => `矿井${random.below(MINES)}`;
    const state = () => STATES[random.below(5)] ?? 'raised';
    const word = () => WORDS[random.below(WORDS.length)] ?? '';
    const keys = stores.db.prepare('SELECT * FROM p_findings WHERE subject >= ? ORDER BY subject LIMIT 50');
    const after = () => ({ at: 1_795_000_000_000 + random.below(size), n: 0 });
    const page = (holding: string) =>
      stores.findings.ofMine({ mine: mine(), state: state(), after: after(), holding, limit: PAGE });
    const search = (phrase: string) => stores.findings.search({ phrase, severity: null, after: null, limit: PAGE });
    const scan = stores.db.prepare("SELECT subject FROM p_findings WHERE fact LIKE '%' || ? || '%' LIMIT 50");
    const asked = {
      ...timeInTurns(CALLS, {
        keys: () => keys.all(random.below(size - PAGE)),
        page: () => page(''),
        newest: () => stores.findings.newest({ severity: null, after: after(), limit: PAGE }),
        pageWord: () => page(word()),
        pageRare: () => page(`${word()}${word()}${word()}`),
        search: () => search(word()),
        searchRare: () => search(`${word()}${word()}${word()}`),
      }),
      scanRare: timeCalls(8, () => scan.all(`${word()}${word()}${word()}`)),
    };
    close();
    return Object.fromEntries(
      Object.entries(asked).flatMap(
        ([name, { p50 = 0, p99 = 0 }]) =>
          [
            [name, p50],
            [`${name}99`, p99],
          ] as const,
      ),
    );
  };

/** W5: the list of findings. */
export const list: Workload = {
  title: 'W5 list: pages of 50 findings and searches',
  size: 1_000_000,
  rounds: 1,
  contenders: { 'the product, encrypted': lists(sealedDatabase), 'the product, not encrypted': lists(plainDatabase) },
  columns: {
    '50 primary keys (limit), p50 ms': 'keys',
    'p99 ': 'keys99',
    'page by mine and state, p50': 'page',
    p99: 'page99',
    'page of all mines, p50': 'newest',
    'two-character word in it, p99': 'pageWord99',
    'rare phrase in it, p99': 'pageRare99',
    'word in all mines, p99': 'search99',
    'rare phrase in all mines, p99': 'searchRare99',
    'the same by LIKE, p50': 'scanRare',
  },
  against: 'the product, encrypted',
  goals: [
    { name: 'the product, encrypted', figure: 'page', most: 1.5, against: 'keys' },
    { name: 'the product, encrypted', figure: 'page99', most: 3, against: 'keys99' },
    { name: 'the product, encrypted', figure: 'newest', most: 5, against: 'keys' },
    { name: 'the product, encrypted', figure: 'pageRare99', most: 15, against: 'keys99' },
    { name: 'the product, encrypted', figure: 'search99', most: 10, against: 'keys99' },
    { name: 'the product, encrypted', figure: 'searchRare99', most: 10, against: 'keys99' },
    { name: 'the product, encrypted', figure: 'searchRare', most: 0.01, against: 'scanRare' },
  ],
};
