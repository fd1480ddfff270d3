import type { EventRecord } from '../../db/record.ts';
import { documents } from '../../reports/registry.ts';
import type { OrderFacts } from '../../reports/withdrawal-order/order-facts.ts';
import { fillCitations } from '../../rules/citations.ts';
import type { EntityId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { WithdrawalView } from '../ports/withdrawal-models.ts';
import { typedArticles } from './article.ts';
import type { Desk } from './desk.ts';
import { issuePaper } from './paper-numbers.ts';
import { pngOf } from './report-facts.ts';
import { withdrawalOf } from './withdrawal-view.ts';

/** An order as its papers need it. */
export function orderFacts(record: EventRecord, view: WithdrawalView): OrderFacts {
  const { people, resume, paper, foundPlace, area, author } = view;
  const { before, out, missing, source } = people;
  return {
    withdrawalId: view.withdrawalId,
    mine: view.mine,
    number: paper.number,
    mark: paper.mark,
    otherNumbers: paper.others,
    foundAt: view.foundAt,
    foundPlace: foundPlace?.name ?? '',
    danger: view.danger,
    citations: fillCitations(view.citations, typedArticles(record)),
    area: area.map(({ name }) => name),
    issuedAt: view.issuedAt,
    issuedBy: author,
    people: { before, out, missing, source },
    told: view.told,
    clearedAt: view.clearedAt,
    resume,
    signatures: view.signatures.map(({ role, name, certificateNo, blob, refused, at }) => ({
      role,
      name,
      certificateNo,
      savedAt: at,
      refused,
      png: blob === null ? null : pngOf(record, blob),
    })),
    photos: view.photos.map(({ label, blob, at }) => ({ label, blob, at })),
    voided: view.voided,
  };
}

/** The sheet with its number, or with its mark where it has none yet. */
export function printOrder(desk: Desk, record: EventRecord, id: EntityId): Result<{ html: string; title: string }> {
  const view = withdrawalOf(record, id);
  if (!view) return fail({ code: 'not_found', what: id });
  // a crash between the order and its paper leaves an order without one
  const issued = issuePaper(desk, record, id, view.issuedAt);
  if (!issued.ok) return issued;
  const facts = orderFacts(record, withdrawalOf(record, id) ?? view);
  const sheet = documents['withdrawal-order'];
  return ok({ html: sheet.render(facts), title: `${sheet.title.zh} ${facts.number ?? facts.mark}` });
}
