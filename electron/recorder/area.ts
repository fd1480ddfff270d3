import type { z } from 'zod';
import type { EventRecord } from '../../db/record.ts';
import { chainSteps } from '../../rules/gas/chain-steps.ts';
import { findRule, judge } from '../../rules/judge.ts';
import type { BlobId, EntityId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { NewPaper } from '../ports/area-models.ts';
import { readAreas } from './area-rows.ts';
import type { Desk, Saved } from './desk.ts';
import type { RecorderMethods, Some } from './methods.ts';

type AreaMethods =
  | 'area/list'
  | 'area/put'
  | 'area/handover'
  | 'area/remove'
  | 'chain/put'
  | 'chain/step'
  | 'chain/index';
type Ask<K extends AreaMethods> = z.output<RecorderMethods[K]['ask']>;
type Kept = Saved & { readonly areaId: EntityId };

const OUTBURST = /^gas\.outburst\.(?:seam|region|residual|faceIndex|checkPoints)$/;

/** 三区联动, 四位一体 and outburst indices: each entry is an event of its own, each correction another. */
export function areaHandlers(desk: Desk): Some<AreaMethods> {
  const open = <T>(work: (record: EventRecord) => Result<T>): Result<T> => {
    const record = desk.need();
    return record.ok ? work(record.value) : record;
  };
  return {
    'area/list': ({ mine }) => open((record) => ok(readAreas(record, mine, desk.clock.wall()))),
    'area/put': ({ areaId, sheet, add }) =>
      open((record) => write(desk, record, areaId ?? desk.newId(), 'drainageArea', sheet, add)),
    'area/handover': (ask) => open((record) => handOver(desk, record, ask)),
    'chain/put': ({ areaId, chain }) =>
      open((record) => write(desk, record, areaId ?? desk.newId(), 'outburstChain', chain, [])),
    'chain/step': (ask) => open((record) => putStep(desk, record, ask)),
    'chain/index': (ask) => open((record) => putIndex(desk, record, ask)),
    'area/remove': ({ areaId, entry }) => open((record) => takeBack(desk, record, areaId, entry)),
  };
}

interface Papered {
  readonly papers?: readonly { readonly blob: BlobId; readonly mime: string; readonly label: string }[];
}

/** Keeps the papers as blobs, then the entry that names them. */
function write(
  desk: Desk,
  record: EventRecord,
  areaId: EntityId,
  entry: string,
  given: Papered & object,
  add: readonly NewPaper[],
): Result<Kept> {
  const papers = [...(given.papers ?? [])];
  for (const { label, mime, bytes } of add) {
    const blob = record.blobs.put(Buffer.from(bytes, 'base64'));
    if (!blob.ok) return blob;
    papers.push({ blob: blob.value, mime: mime || 'application/octet-stream', label });
  }
  const body = given.papers ? { ...given, papers } : { ...given };
  const blobs = papers.length > 0 ? { blobs: [...new Set(papers.map(({ blob }) => blob))].sort() } : {};
  const saved = desk.save({ type: 'area', subject: `area/${areaId}/${entry}`, body, ...blobs }, 'area');
  return saved.ok ? ok({ ...saved.value, areaId }) : saved;
}

function handOver(desk: Desk, record: EventRecord, { areaId, handover, add }: Ask<'area/handover'>): Result<Kept> {
  if (record.rows('drainageAreas', { area: areaId }).length === 0) return fail({ code: 'not_found', what: areaId });
  if (handover.from === handover.to) return fail({ code: 'bad_facts', path: 'to' });
  return write(desk, record, areaId, `handover:${desk.newId()}`, handover, add);
}

function putStep(desk: Desk, record: EventRecord, { areaId, step, add }: Ask<'chain/step'>): Result<Kept> {
  const [known] = record.rows('outburstChains', { area: areaId });
  if (!known) return fail({ code: 'not_found', what: areaId });
  const results = chainSteps(known.chain.chain).find((one) => one.step === step.step)?.results;
  if (!results) return fail({ code: 'bad_facts', path: 'step' });
  if (!results.includes(step.result)) return fail({ code: 'bad_facts', path: 'result' });
  return write(desk, record, areaId, `step:${step.step}`, step, add);
}

function putIndex(
  desk: Desk,
  record: EventRecord,
  { areaId, index, add }: Ask<'chain/index'>,
): Result<Kept & { readonly verdict: z.output<RecorderMethods['chain/index']['reply']>['verdict'] }> {
  const [known] = record.rows('outburstChains', { area: areaId });
  if (!known) return fail({ code: 'not_found', what: areaId });
  if (!OUTBURST.test(index.rule) || findRule(index.rule) === null)
    return fail({ code: 'unknown_rule', rule: index.rule });
  const judged = judge(index.rule, index.facts, { date: index.date });
  if (!judged.ok) return judged;
  const body = { ...index, mine: known.chain.mine, at: desk.clock.wall(), verdict: judged.value, papers: [] };
  const kept = write(desk, record, areaId, `outburstIndex:${desk.newId()}`, body, add);
  return kept.ok ? ok({ ...kept.value, verdict: judged.value }) : kept;
}

/** The entry stays in the record with what it said; it no longer counts. */
function takeBack(desk: Desk, record: EventRecord, areaId: EntityId, entry: string): Result<Kept> {
  const subject = `area/${areaId}/${entry}`;
  const register = record.register(subject);
  if (!register?.value || register.type !== 'area') return fail({ code: 'not_found', what: subject });
  const { salt: _, ...body } = register.value;
  const { blobs } = register.shown.header;
  const draft = { type: 'area', subject, body: { ...body, removed: true }, ...(blobs.length > 0 ? { blobs } : {}) };
  const saved = desk.save(draft, 'area');
  return saved.ok ? ok({ ...saved.value, areaId }) : saved;
}
