import type { ArticleRow } from '../../electron/ports/article-models.ts';
import type { recorderPort } from '../../electron/ports/recorder-port.ts';
import type { Handlers } from '../../electron/ports/serve-port.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { fakeHash, fakeNow } from './fake-ids.ts';

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
    'rules/rejudge': () => ok({ judged: 12, changed: 0, rows: [] }),
    'article/put': ({ document, entries, article }) => {
      const at = epochMs.parse(fakeNow);
      rows.push(...entries.map((entry) => ({ document, entry, article, by: '赵远山', at, disputed: false })));
      changed();
      return ok({ event: fakeHash('article'), seq: rows.length, savedAt: at });
    },
  };
}
