import type { EventRecord } from '../../db/record.ts';
import { gasWords } from '../../reports/inspection-html/codes.words.ts';
import { qualityText } from '../../reports/inspection-html/fact.ts';
import { optionLabel } from '../../rules/facts/describe-fact.ts';
import { withdrawalBasis } from '../../rules/withdrawal/trigger.ts';
import type { AlarmFacts } from '../../vocabulary/alarm.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { beijingDay } from '../../vocabulary/time.ts';
import type { WithdrawalOrder } from '../../vocabulary/withdrawal.ts';
import type { OrderDraft, WithdrawalView } from '../ports/withdrawal-models.ts';
import type { Desk } from './desk.ts';
import { issuePaper } from './paper-numbers.ts';
import { sayDanger } from './withdrawal.words.ts';
import { withdrawalOf } from './withdrawal-view.ts';

/** `甲烷 1.52 %VOL`; what is no measurement is a word. */
const measuredOf = ({ gas, raised: { value } }: AlarmFacts): string =>
  `${gasWords[gas]}${value.quality === 'ok' ? ` ${value.amount} ${value.unit}` : qualityText(value.quality)}`;

const limitOf = ({ limit }: AlarmFacts): string => (limit ? `${limit.value} ${limit.unit}` : '');

/** What the order says before anybody has typed: the danger found, the documents behind it, the time. */
export function prefilled(record: EventRecord, draft: OrderDraft, now: WithdrawalOrder['issuedAt']): WithdrawalOrder {
  const { inspectionId: inspection, mine, trigger, foundAt, foundPlace, area, danger } = draft;
  const [alarm] = trigger.alarm === null ? [] : record.rows('alarms', { alarm: trigger.alarm });
  const facts = {
    kind: trigger.kind,
    place: foundPlace?.name ?? '',
    signs: trigger.signs.map((code) => optionLabel(code).zh),
    measured: alarm ? measuredOf(alarm.facts) : '',
    limit: alarm ? limitOf(alarm.facts) : '',
  };
  const ownLimit = alarm?.facts.limit?.citations ?? [];
  return {
    inspection,
    mine,
    trigger,
    foundAt: foundAt ?? alarm?.facts.raised.at ?? now,
    foundPlace,
    area,
    danger: danger.trim() === '' ? sayDanger(facts) : danger,
    citations: [...ownLimit, ...withdrawalBasis(trigger.kind, beijingDay(now))],
    issuedAt: now,
    voided: null,
  };
}

/** People first: once the order stands, nothing that fails after it takes it back. */
export function issueOrder(desk: Desk, record: EventRecord, draft: OrderDraft): Result<WithdrawalView> {
  const { inspectionId: inspection } = draft;
  if (inspection !== null && record.rows('inspections', { inspection }).length === 0)
    return fail({ code: 'not_found', what: inspection });
  const withdrawal = desk.newId();
  const body = prefilled(record, draft, desk.clock.wall());
  const subject = `withdrawal/${withdrawal}/order`;
  const saved = desk.save({ type: 'withdrawal', subject, body: { ...body } }, 'inspection');
  if (!saved.ok) return saved;
  const paper = issuePaper(desk, record, withdrawal, body.issuedAt);
  if (!paper.ok) desk.tell('trouble', { ...paper.fault });
  const view = withdrawalOf(record, withdrawal);
  return view ? ok(view) : fail({ code: 'not_found', what: withdrawal });
}
