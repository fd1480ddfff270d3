import type { z } from 'zod';
import type { ArticleRow } from '../../electron/ports/article-models.ts';
import type { recorderPort } from '../../electron/ports/recorder-port.ts';
import type { rejudgeReply } from '../../electron/ports/rejudge-models.ts';
import type { Handlers } from '../../electron/ports/serve-port.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { fakeHash, fakeId, fakeNow } from './fake-ids.ts';

type Rejudged = z.input<typeof rejudgeReply>['rows'];

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
  },
  {
    rule: 'water.training.recent',
    itemId: 'water.people.training',
    placeId: null,
    before: 'pass',
    after: 'unknown',
    changes: true,
    why: [{ what: 'reason', symbol: null, before: '', after: 'no-pack' }],
  },
];

/** Articles typed in this scene, kept until the page is loaded anew. */
export function fakeRulesHandlers(
  changed: () => void,
): Pick<
  Handlers<typeof recorderPort.methods>,
  'article/list' | 'article/put' | 'rules/rejudge' | 'pack/state' | 'pack/take'
> {
  const rows: ArticleRow[] = [];
  return {
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
