import type { z } from 'zod';
import type { ArticleRow } from '../../electron/ports/article-models.ts';
import type { CompanyRow } from '../../electron/ports/company-models.ts';
import type { recorderPort } from '../../electron/ports/recorder-port.ts';
import type { rejudgeReply } from '../../electron/ports/rejudge-models.ts';
import type { Handlers } from '../../electron/ports/serve-port.ts';
import { companyLimit, tightenable } from '../../rules/packs/company.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { epochMs, isoDate } from '../../vocabulary/time.ts';
import { fakeHash, fakeId, fakeNow } from './fake-ids.ts';

type Rejudged = z.input<typeof rejudgeReply>['rows'];

const returnLimitOn = (day: string) =>
  tightenable(isoDate.parse(day))
    .filter(({ key }) => key === 'ch4.return')
    .map(({ citation }) => citation);

const rejudgedRows: Rejudged = [
  {
    rule: 'gas.ch4.action',
    itemId: 'gas.air.ch4',
    placeId: fakeId('p3'),
    before: 'pass',
    after: 'fail',
    changes: true,
    why: [
      { what: 'status', symbol: null, before: 'pass', after: 'fail' },
      { what: 'actions', symbol: null, before: '', after: 'stop-work withdraw treat' },
      { what: 'limit', symbol: 'c(CH₄)', before: '≤ 1.0 %', after: '≤ 0.8 %' },
      { what: 'edition', symbol: null, before: 'rules25@1', after: 'rules22@1' },
    ],
    citations: ['2026-11-23', '2025-12-31'].flatMap(returnLimitOn),
  },
  {
    rule: 'water.training.recent',
    itemId: 'water.people.training',
    placeId: null,
    before: 'pass',
    after: 'unknown',
    changes: true,
    why: [{ what: 'reason', symbol: null, before: '', after: 'no-pack' }],
    citations: [],
  },
];

const fakeCompany: CompanyRow = {
  limit: companyLimit.parse({
    family: 'safety',
    key: 'ch4.cut',
    value: '1.2',
    title: '青石沟煤矿瓦斯管理规定',
    article: '第8条',
    from: '2026-01-01',
  }),
  by: '赵远山',
  at: epochMs.parse(fakeNow),
  disputed: false,
};

/** Articles typed in this scene, kept until the page is loaded anew. */
export function fakeRulesHandlers(
  changed: () => void,
): Pick<
  Handlers<typeof recorderPort.methods>,
  | 'article/list'
  | 'article/put'
  | 'company/list'
  | 'company/put'
  | 'company/remove'
  | 'rules/rejudge'
  | 'pack/state'
  | 'pack/take'
> {
  const rows: ArticleRow[] = [];
  let company: readonly CompanyRow[] = [fakeCompany];
  const keep = (next: readonly CompanyRow[]) => {
    company = next;
    changed();
    return ok({ event: fakeHash('company'), seq: 1301, savedAt: epochMs.parse(fakeNow) });
  };
  const without = (named: Pick<CompanyRow['limit'], 'family' | 'key'>) =>
    company.filter(({ limit }) => limit.family !== named.family || limit.key !== named.key);
  return {
    'company/list': ({ mine }) => ok(mine === '青石沟煤矿' ? [...company] : []),
    'company/put': ({ limit }) =>
      keep([...without(limit), { limit, by: '赵远山', at: epochMs.parse(fakeNow), disputed: false }]),
    'company/remove': (named) => keep(without(named)),
    'article/list': () => ok([...rows]),
    'pack/state': () => ok({ releases: [], release: null, takenOn: null }),
    'pack/take': () => fail({ code: 'pack_unsigned' }),
    'rules/rejudge': ({ date }) =>
      ok({ judged: 12, changed: date < '2026' ? 2 : 0, rows: date < '2026' ? rejudgedRows : [] }),
    'article/put': ({ document, entries, article }) => {
      const at = epochMs.parse(fakeNow);
      rows.push(...entries.map((entry) => ({ document, entry, article, by: '赵远山', at, disputed: false })));
      changed();
      return ok({ event: fakeHash('article'), seq: rows.length, savedAt: at });
    },
  };
}
