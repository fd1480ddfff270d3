import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { ReadingBytes } from '../../electron/ports/bytes-models.ts';
import { create, enrol, startTestRecorder, type TestRecorder, upload } from '../../electron/recorder/test-recorder.ts';
import { decimalString } from '../../vocabulary/quantity.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { detectorsOfRun } from '../endurance/families.ts';
import { recordLine, steadily } from '../replay/record-line.ts';

const started: TestRecorder[] = [];
afterEach(async () => {
  for (const recorder of started.splice(0)) {
    await recorder.close();
    await recorder.remove();
  }
});

async function fresh(): Promise<TestRecorder> {
  const recorder = await startTestRecorder();
  started.push(recorder);
  await create(recorder);
  return recorder;
}

const familyOf = (driver: string) => {
  const found = detectorsOfRun.find(({ family }) => family.driver === driver)?.family;
  if (!found) throw new Error(driver);
  return found;
};

/** A recorder that has heard a detector over a line whose plug was pulled once; the answers come in slices of six bytes. */
async function heard(driver: string) {
  const recorder = await fresh();
  const events = [steadily(3000), { ...steadily(3000), unpluggedMs: 800 }];
  const { batches } = await recordLine(familyOf(driver), events, { sliceBytes: 6, sliceMs: 5 }, 1000);
  for (const batch of batches) orThrow(await recorder.intake.ask('intake/keep', batch));
  const readings = batches.flatMap((batch) => batch.readings);
  const measured = readings.find(({ value }) => value.quality === 'ok');
  const gap = readings.find(({ value }) => value.quality === 'missing');
  if (!measured || !gap) throw new Error('nothing was heard');
  const ask = async (reading: Reading, of = recorder): Promise<ReadingBytes> =>
    orThrow(await of.client.ask('readings/bytes', { reading }));
  return { recorder, measured, gap, ask };
}

/** Export folds what waits in the tail. */
async function exported(recorder: TestRecorder) {
  await enrol(recorder, 'team03-dev1@jingxun');
  recorder.pass(5_000);
  return orThrow(await recorder.client.ask('bundle/export', { folder: path.join(recorder.folder, 'stick') }));
}

describe.each(['itrans', 'winsen', 'mhz9041a', 'dynament', 'profile:sen07xx'])(
  'the bytes of a reading of %s',
  (driver) => {
    test('are shown from the tail, with the question before and every piece of the frame', async () => {
      const { measured, ask } = await heard(driver);
      const { found, kept, damaged } = await ask(measured);
      expect({ kept, damaged }).toEqual({ kept: { where: 'tail' }, damaged: [] });
      if (found.from !== 'line' || !found.frame) throw new Error('no frame');
      expect(found).toMatchObject({ standing: 'same', fault: null, block: null, driver: { id: driver } });
      const pieces = found.lines.flatMap(({ hex, frame }) => (frame ? hex.slice(frame.from * 2, frame.to * 2) : []));
      expect(pieces.length).toBeGreaterThan(1);
      expect(pieces.join('')).toBe(found.frame.hex);
      expect(found.frame.fields.length).toBeGreaterThan(2);
      const asked = found.lines.find(({ what }) => what === 'tx');
      if (driver !== 'mhz9041a') expect(asked?.fields.length).toBeGreaterThan(2);
    });

    test('are shown from the block on this machine and on the one that took the bundle in, sealed', async () => {
      const { recorder, measured, gap, ask } = await heard(driver);
      const { file } = await exported(recorder);
      const here = await ask(measured);
      if (here.found.from !== 'line' || here.kept.where !== 'block') throw new Error('not in a block');
      expect(here.found.block).toMatchObject({ sealed: true, status: 'admitted', device: 'team03-dev1@jingxun' });
      expect(here.found.block?.blob).not.toBe(here.kept.block.blob);
      const lead = await fresh();
      await enrol(lead, 'team03-lead1@jingxun', 'lead');
      orThrow(await lead.client.ask('bundle/import', { upload: await upload(lead, 'a.jxb', readFileSync(file)) }));
      expect(await ask(measured, lead)).toEqual(here);
      const gone = await ask(gap, lead);
      expect(gone.found).toMatchObject({ from: 'line', standing: 'same', frame: null });
      if (gone.found.from === 'line') expect(gone.found.lines.map(({ what }) => what)).toContain('lost');
    });
  },
);

describe('what is not right is said', () => {
  test('a reading that the bytes contradict, and one of a time without bytes', async () => {
    const { measured, ask } = await heard('itrans');
    const value = { quality: 'ok' as const, amount: decimalString.parse('0.10'), unit: '%VOL' as const };
    const forged = await ask({ ...measured, value });
    expect(forged.found).toMatchObject({ standing: 'differs', replayed: { value: measured.value } });
    expect(forged.kept).toEqual({ where: 'nowhere' });
    const other = { ...measured, time: { ...measured.time, wall: epochMs.parse(measured.time.wall - 9e8) } };
    expect(await ask(other)).toEqual({ found: { from: 'nowhere' }, kept: { where: 'nowhere' }, damaged: [] });
  });

  test('a reading whose bytes have not arrived yet is not contradicted by those before', async () => {
    const recorder = await fresh();
    const { batches } = await recordLine(familyOf('itrans'), [steadily(4000)], {}, 1000);
    for (const batch of batches.slice(0, 2)) orThrow(await recorder.intake.ask('intake/keep', batch));
    const [reading] = batches[2]?.readings ?? [];
    if (!reading) throw new Error('nothing was heard');
    const { found, kept } = orThrow(await recorder.client.ask('readings/bytes', { reading }));
    expect({ found, kept }).toEqual({ found: { from: 'nowhere' }, kept: { where: 'nowhere' } });
  });

  test('a block whose bytes are gone is named', async () => {
    const { recorder, measured, ask } = await heard('itrans');
    await exported(recorder);
    const before = await ask(measured);
    if (before.found.from !== 'line') throw new Error('no bytes');
    const blob = before.found.block?.blob ?? '';
    const folder = path.join(recorder.dataFolder, 'blobs', blob.slice(0, 2));
    rmSync(path.join(folder, blob));
    expect(readdirSync(folder)).not.toContain(blob);
    const { found, damaged } = await ask(measured);
    expect(found).toEqual({ from: 'nowhere' });
    expect(damaged).toMatchObject([{ block: { blob }, fault: { code: 'not_found' } }]);
  });
});
