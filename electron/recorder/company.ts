import { sha256 } from '../../db/log/sha256.ts';
import type { EventRecord } from '../../db/record.ts';
import { asksMore, boundOf, type CompanyLimit, tightenable } from '../../rules/packs/company.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { beijingDay, epochMs } from '../../vocabulary/time.ts';
import type { CompanyRow } from '../ports/company-models.ts';
import type { Desk, Saved } from './desk.ts';
import type { Some } from './methods.ts';
import { nameOf } from './sheet.ts';

type Named = Pick<CompanyLimit, 'family' | 'key'>;

/** Mines are filed under a number made of their name: subjects speak in ids. */
const companySubject = (mine: string, { family, key }: Named): string =>
  `company/${sha256(mine).slice(0, 32)}/limit:${family}.${key}`;

const isSame = (one: Named) => (other: Named) => one.family === other.family && one.key === other.key;

/** 企业内部限值: figures of a mine's own documents that are stricter than the law. */
export function companyHandlers(desk: Desk): Some<'company/list' | 'company/put' | 'company/remove'> {
  const save = (mine: string, limit: CompanyLimit, more: object = {}): Result<Saved> => {
    const law = tightenable(beijingDay(desk.clock.wall())).find(isSame(limit));
    if (!law) return fail({ code: 'unknown_entry', document: limit.family, entry: limit.key });
    if (!('removed' in more) && !asksMore(law, limit.value))
      return fail({ code: 'not_stricter', value: limit.value, law: law.figures[0], unit: law.unit });
    const body = { mine, limit, bound: boundOf(law), ...more };
    return desk.save({ type: 'company', subject: companySubject(mine, limit), body }, 'rules');
  };
  return {
    'company/list': ({ mine }) => {
      const record = desk.need();
      return record.ok ? ok(companyRows(record.value, mine)) : record;
    },
    'company/put': ({ mine, limit }) => {
      const record = desk.need();
      return record.ok ? save(mine, limit) : record;
    },
    'company/remove': ({ mine, ...named }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const row = companyRows(record.value, mine).find(({ limit }) => isSame(named)(limit));
      return row ? save(mine, row.limit, { removed: true }) : fail({ code: 'not_found', what: named.key });
    },
  };
}

/** The figures of a mine as they stand. */
export const companyLimitsOf = (record: EventRecord, mine: string): readonly CompanyLimit[] =>
  companyRows(record, mine).map(({ limit }) => limit);

/** What a mine's own documents ask, without what was taken back. */
const companyRows = (record: EventRecord, mine: string): CompanyRow[] =>
  record
    .rows('companyLimits', { mine })
    .filter(({ removed }) => !removed)
    .map(({ said, author, wall, heads }) => ({
      limit: said,
      by: nameOf(record, author),
      at: epochMs.parse(wall),
      disputed: heads > 1,
    }));
