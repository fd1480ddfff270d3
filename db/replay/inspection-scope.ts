import { inspectionId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { EventHeader } from '../log/event.ts';
import { signoffBody } from '../log/field-bodies.ts';
import type { Stores } from '../sqlite/stores.ts';
import type { BundleContents } from './bundle-source.ts';
import type { ReplayScope } from './replay-evidence.ts';

/**
 * The readings of an inspection: what the machines of the people who wrote in it kept from its opening to its signing, and the blocks
 * that say they are its own. Without a signing, until now.
 */
function scopeOf(inspection: string, authors: ReadonlySet<string>, from: number, signedAt: number | null): ReplayScope {
  return {
    from,
    to: signedAt ?? Number.POSITIVE_INFINITY,
    has: ({ place }) => place === null || place.owner === inspection || authors.has(place.author),
  };
}

/** Officers who sign on tablets of their own sign at different moments: what is measured until the last of them belongs to it. */
const lastOf = (signings: readonly { readonly at: number }[]): number | null =>
  signings.length === 0 ? null : Math.max(...signings.map(({ at }) => at));

/** The people who wrote in an inspection. What their machines heard meanwhile is of it; what others heard elsewhere at that time is not. */
export function authorsOf({ rows }: Pick<Stores, 'rows'>, inspection: string): ReadonlySet<string> {
  const where = { inspection };
  const written = [
    ...rows('inspections', where),
    ...rows('answers', where),
    ...rows('evidence', where),
    ...rows('places', where),
    ...rows('signoffs', where),
  ];
  return new Set(written.map(({ author }) => author));
}

/** Faults: bad_arguments (no id), not_found. */
export function inspectionInRecord({ rows }: Pick<Stores, 'rows'>, id: string): Result<ReplayScope> {
  const inspection = inspectionId.safeParse(id);
  if (!inspection.success) return fail({ code: 'bad_arguments', detail: `--inspection ${id}` });
  const where = { inspection: inspection.data };
  const [opened] = rows('inspections', where);
  if (!opened) return fail({ code: 'not_found', what: id });
  return ok(
    scopeOf(inspection.data, authorsOf({ rows }, inspection.data), opened.wall, lastOf(rows('signoffs', where))),
  );
}

/** The same from the events of a bundle. */
export function inspectionInBundle(bundle: BundleContents, id: string): Result<ReplayScope> {
  const inspection = inspectionId.safeParse(id);
  if (!inspection.success) return fail({ code: 'bad_arguments', detail: `--inspection ${id}` });
  const authors = new Set<string>();
  let opened: EventHeader | null = null;
  let signedAt: number | null = null;
  for (const event of bundle.events()) {
    if (!event.ok) return event;
    const { header, body } = event.value;
    if (!header.subject.startsWith(`inspection/${inspection.data}/`)) continue;
    if (header.type !== 'raw.block' && header.type !== 'reading.block') authors.add(header.author);
    if (header.subject.endsWith('/opened')) opened = header;
    const signoff = header.subject.includes('/signoff:') ? signoffBody.safeParse(body).data : undefined;
    if (signoff) signedAt = lastOf([{ at: signedAt ?? signoff.at }, signoff]);
  }
  return opened ? ok(scopeOf(inspection.data, authors, opened.wall, signedAt)) : fail({ code: 'not_found', what: id });
}
