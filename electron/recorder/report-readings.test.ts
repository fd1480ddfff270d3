import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { bootId, entityId, instrumentId } from '../../vocabulary/ids.ts';
import { reading } from '../../vocabulary/reading.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { create, enrol, INSPECTION, startTestRecorder, type TestRecorder, upload } from './test-recorder.ts';

const started: TestRecorder[] = [];
afterEach(async () => {
  for (const recorder of started.splice(0)) {
    await recorder.close();
    await recorder.remove();
  }
});

async function fresh(principal: string, role: 'inspector' | 'lead' = 'inspector'): Promise<TestRecorder> {
  const recorder = await startTestRecorder();
  started.push(recorder);
  await create(recorder);
  await enrol(recorder, principal, role);
  return recorder;
}

/** A team at work with one detector; gives its inspection and its bundle. */
async function team(name: string, detector: string, amount: string) {
  const recorder = await fresh(`${name}@jingxun`);
  const { inspectionId } = orThrow(await recorder.client.ask('inspection/open', INSPECTION));
  const wall = recorder.pass(60_000);
  const boot = bootId.parse('b'.repeat(32));
  const one = reading.parse({
    instrument: detector.repeat(32),
    channel: 'ch1',
    gas: 'CH4',
    time: { wall, mono: 1000, boot },
    value: { quality: 'ok', amount, unit: '%VOL' },
  });
  const batch = entityId.parse(randomBytes(16).toString('hex'));
  const session = entityId.parse(randomBytes(16).toString('hex'));
  const source = { driver: 'mhz9041a', driverVersion: '1', settings: { unit: '%VOL' } };
  const instrument = instrumentId.parse(detector.repeat(32));
  const heard = { batch, instrumentId: instrument, session, boot, ...source, readings: [one], raw: [], gaps: [] };
  orThrow(await recorder.intake.ask('intake/keep', heard));
  recorder.pass(5_000);
  const { file } = orThrow(await recorder.client.ask('bundle/export', { folder: path.join(recorder.folder, 'stick') }));
  return { inspectionId, bundle: readFileSync(file) };
}

test("the report of one team holds what its own people heard, and nothing of another team's detectors at the same time", async () => {
  const one = await team('team03-dev1', 'a', '0.91');
  const other = await team('team07-dev1', 'c', '1.77');
  const lead = await fresh('team03-lead1@jingxun', 'lead');
  for (const { bundle } of [one, other]) {
    orThrow(await lead.client.ask('bundle/import', { upload: await upload(lead, 'a.jxb', bundle) }));
  }
  lead.pass(600_000);
  const { html } = orThrow(await lead.client.ask('report/preview', { inspectionId: one.inspectionId }));
  expect(html).toContain('0.91');
  expect(html).not.toContain('1.77');
});
