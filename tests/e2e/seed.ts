import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { openRecord } from '../../db/record.ts';
import { systemClock } from '../../drivers/transports/system-clock.ts';
import { need, type Profile } from '../../electron/demo/profile.ts';
import type { Outcome } from '../../electron/ports/inspection-models.ts';
import { recordWorld } from '../../electron/record-world.ts';
import { bundlePages } from '../../electron/recorder/documents.ts';
import { findItem } from '../../rules/checklist/registry.ts';
import { type InspectionId, logId } from '../../vocabulary/ids.ts';
import type { FactValue } from '../../vocabulary/verdict.ts';
import { stateFolderOf } from './host-process.ts';
import { inspector, PASSPHRASE, secondInspector } from './province.ts';

// What a spec needs to stand before its screens begin, made through the same ports the screens use.

export const MINE = '青石沟煤矿（示例）';
export const HEADING = '15105回风顺槽掘进工作面';

/** A special inspection of a complex mine, and the inspector stands at its heading. */
export async function openAtHeading({ recorder }: Profile): Promise<InspectionId> {
  const { name, certificateNo } = inspector;
  const second = { name: secondInspector.name, certificateNo: secondInspector.certificateNo };
  const opened = await recorder.ask('inspection/open', {
    mine: MINE,
    kind: 'special',
    hydroType: 'complex',
    planNo: 'JC-2026-031',
    places: [{ code: 'headingFace', name: HEADING }],
    officers: [{ name, certificateNo }, second],
  });
  const { inspectionId } = need(opened);
  const { places } = need(await recorder.ask('inspection/sheet', { inspectionId }));
  for (const { placeId } of places) need(await recorder.ask('place/enter', { inspectionId, placeId }));
  return inspectionId;
}

/** Gives one answer to the row of an item. */
export async function give(
  { recorder }: Profile,
  inspectionId: InspectionId,
  itemId: string,
  outcome: Outcome,
  facts: Readonly<Record<string, FactValue>> = {},
  reason = '',
): Promise<void> {
  const sheet = need(await recorder.ask('inspection/sheet', { inspectionId }));
  const row = sheet.rows.find((one) => one.itemId === itemId);
  if (!row) throw new Error(`the checklist has no ${itemId}`);
  const where = { inspectionId, itemId: row.itemId, placeId: row.placeId };
  need(await recorder.ask('answer/give', { ...where, outcome, facts, reason, override: '', note: '' }));
}

export const GOAF = 'water.exploration.lead-goaf';

/** The facts of the item that asks how far the probe leads. */
export function leadOf(metres: string): Readonly<Record<string, FactValue>> {
  const [asked] = findItem(GOAF)?.criterion.facts ?? [];
  if (!asked) throw new Error('the rules ask nothing of the lead');
  return { [asked.key]: metres };
}

/** Raises a finding from a failed row. */
export async function raise(
  { recorder }: Profile,
  inspectionId: InspectionId,
  itemId: string,
  fact: string,
): Promise<void> {
  const sheet = need(await recorder.ask('inspection/sheet', { inspectionId }));
  const placeId = sheet.rows.find((one) => one.itemId === itemId)?.placeId ?? null;
  need(await recorder.ask('finding/raise', { inspectionId, itemId, placeId, fact, severity: 'general' }));
}

/** Hands everything over into a folder. */
export async function exportTo({ recorder }: Profile, folder: string): Promise<string> {
  const made = need(await recorder.ask('bundle/export', { folder }));
  return path.join(folder, made.name);
}

export async function importFrom({ recorder }: Profile, file: string): Promise<void> {
  const bytes = await readFile(file);
  const { upload } = need(await recorder.ask('upload/begin', { name: path.basename(file), size: bytes.length }));
  need(await recorder.ask('upload/chunk', { upload, bytes: bytes.toString('base64') }));
  need(await recorder.ask('bundle/import', { upload }));
}

/** A bundle that leaves out what stands before an own entry, as a stick that lost its first files would. */
export async function exportFrom(dataFolder: string, fromSeq: number, file: string): Promise<void> {
  const world = recordWorld(dataFolder, { ...process.env, JINGXUN_STATE_DIR: stateFolderOf(dataFolder) });
  const { record } = need(await openRecord(world, { by: 'passphrase', passphrase: PASSPHRASE }));
  try {
    const { log } = record.identity;
    if (log === null) throw new Error('the record has no log');
    const from = new Map([[logId.parse(log), fromSeq]]);
    need(await record.exportFile(file, { fromSeq: from, pages: bundlePages(record, systemClock) }));
  } finally {
    record.close();
  }
}

/** The number of the newest own entry. */
export async function ownSeq({ recorder }: Profile): Promise<number> {
  return need(await recorder.ask('session/state', {})).saved?.seq ?? 0;
}
