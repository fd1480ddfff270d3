import { useEffect, useReducer, useRef, useState } from 'react';
import type { InspectionSheet, Outcome, SheetRow } from '../../../electron/ports/inspection-models.ts';
import { type Offers, offersFor } from '../../../rules/sites/offers.ts';
import { useReach } from '../../ports/ports-context.tsx';
import { useCompanyLimits } from '../../ports/use-company.ts';
import { type Given, givenOf, needOf } from './answer-need.ts';
import { factsDiffer, readFacts, type Typed, type TypedFacts, typedFrom } from './fact-entry.ts';
import { type ItemView, viewOf } from './item-view.ts';
import { mineFacts } from './mine-facts.ts';
import { chosenOf, hearSaving, resting, type Saving, type Savings } from './saving.ts';
import { rowKey } from './sections.ts';

const noSavings: Savings = {};

/** What was typed and not yet answered, by row; it outlives a look at another screen, not the program. */
const drafts = new Map<string, TypedFacts>();

const draftName = (inspectionId: string, row: { readonly itemId: string; readonly placeId: string | null }) =>
  `${inspectionId} ${rowKey(row)}`;

/** Puts figures into the fields of a row from elsewhere, as if they had been typed there. */
export const fillDraft = (inspectionId: string, row: SheetRow, typed: TypedFacts): void =>
  void drafts.set(draftName(inspectionId, row), typed);

export interface Answering {
  readonly typed: TypedFacts;
  /** Facts that were entered once at a site: shown with where they are from, changed there. */
  readonly offers: Offers;
  readonly type: (key: string, value: Typed) => void;
  readonly bad: readonly string[];
  readonly view: ItemView | null;
  readonly saving: Saving;
  readonly chosen: Outcome | null;
  /** The outcome that still wants its reason; the panel is open for it. */
  readonly asking: Outcome | null;
  /** The fields say something other than the recorded answer. */
  readonly changed: boolean;
  readonly answer: (outcome: Outcome) => void;
  readonly giveReason: (reason: string) => void;
  readonly stopAsking: () => void;
  readonly again: () => void;
  readonly takenBack: (row: string) => void;
}

/** Everything between a press on an answer and the recorder's word that it is kept. */
export function useAnswering(sheet: InspectionSheet, row: SheetRow): Answering {
  const { ports, now } = useReach();
  const { inspectionId } = sheet.summary;
  const key = rowKey(row);
  const draftKey = draftName(inspectionId, row);
  const turn = useRef(0);
  const last = useRef<Given | null>(null);
  const [savings, tell] = useReducer(hearSaving, noSavings);
  const [asking, setAsking] = useState<Outcome | null>(null);
  const [, repaint] = useState(0);
  useEffect(() => setAsking(key === '' ? null : null), [key]);

  const empty = viewOf(row, {}, sheet);
  const fields = empty?.fields ?? [];
  // A signed sheet shows what was answered; until then the site has the word on what was entered there.
  const offers =
    empty && sheet.summary.signedAt === null ? offersFor(empty.item, row.placeId, sheet.sites, sheet.zones) : {};
  const given = Object.fromEntries(Object.entries(offers).map(([name, { value }]) => [name, value]));
  const typed = {
    ...(drafts.get(draftKey) ?? typedFrom(fields, row.answer?.facts ?? mineFacts(sheet))),
    ...typedFrom(fields, given),
  };
  const { facts, bad } = readFacts(fields, typed);
  const changed = row.answer !== null && factsDiffer(row.answer.facts, facts, fields);
  const previewed = viewOf(row, facts, sheet, useCompanyLimits(sheet.summary.mine));
  // of an answer that stands the record says what the mine's figures were then
  const view = previewed && row.answer && !changed ? { ...previewed, byCompany: row.answer.byCompany } : previewed;
  const machine = view?.machine ?? null;
  const saving = savings[key] ?? resting;

  const send = (given: Given) => {
    setAsking(null);
    turn.current += 1;
    last.current = given;
    const own = turn.current;
    tell({ kind: 'given', row: key, outcome: given.outcome, at: now(), turn: own });
    const ask = {
      inspectionId,
      itemId: row.itemId,
      placeId: row.placeId,
      facts,
      note: row.answer?.note ?? '',
      ...given,
    };
    void ports.recorder.ask('answer/give', ask).then((reply) => {
      if (!reply.ok) return tell({ kind: 'failed', row: key, turn: own, fault: reply.fault });
      drafts.delete(draftKey);
      tell({ kind: 'kept', row: key, turn: own, savedAt: reply.value.savedAt, event: reply.value.event });
    });
  };
  const answer = (outcome: Outcome) => {
    if (saving.kind === 'underway') return;
    const given = givenOf(outcome, machine, '');
    if (given) send(given);
    else setAsking(outcome);
  };
  return {
    typed,
    offers,
    type: (field, value) => {
      drafts.set(draftKey, { ...typed, [field]: value });
      repaint((count) => count + 1);
    },
    bad,
    view,
    saving,
    chosen: chosenOf(saving, row.answer),
    asking: asking !== null && needOf(asking, machine) !== 'nothing' ? asking : null,
    changed,
    answer,
    giveReason: (reason) => {
      const given = asking === null ? null : givenOf(asking, machine, reason);
      if (given) send(given);
    },
    stopAsking: () => setAsking(null),
    again: () => {
      if (saving.kind === 'failed' && last.current) send(last.current);
    },
    takenBack: (taken) => {
      // what was typed stays in the fields: only the answer is taken back
      if (taken === key) drafts.set(draftKey, typed);
      tell({ kind: 'takenBack', row: taken });
    },
  };
}
