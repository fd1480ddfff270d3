import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { lookInside } from '../../db/bundles/look-inside.ts';
import { memorySource } from '../../db/files/byte-source.ts';
import { bundleSource } from '../../db/replay/bundle-source.ts';
import { type ReplayReport, replayEvidence } from '../../db/replay/replay-evidence.ts';
import { create, enrol, startTestRecorder, type TestRecorder, upload } from '../../electron/recorder/test-recorder.ts';
import { instrumentId } from '../../vocabulary/ids.ts';
import { decimalString } from '../../vocabulary/quantity.ts';
import { orThrow } from '../../vocabulary/result.ts';

const started: TestRecorder[] = [];
afterEach(async () => {
  for (const recorder of started.splice(0)) {
    await recorder.close();
    await recorder.remove();
  }
});

const instrument = instrumentId.parse('a'.repeat(32));
const lines = [
  '时间,CH4(%VOL),CO(ppm)',
  ...Array.from({ length: 30 }, (_, nth) => `2026-11-23 09:${String(nth).padStart(2, '0')}:00,0.${10 + nth},${nth}`),
];

/** A file of an instrument in the record, and the bundle that carries it. */
async function imported() {
  const recorder = await startTestRecorder();
  started.push(recorder);
  const { client } = recorder;
  await create(recorder);
  await enrol(recorder, 'team03-dev1@jingxun');
  orThrow(
    await client.ask('instrument/put', {
      instrumentId: instrument,
      driver: '',
      model: '两参数',
      serialNumber: 'A-1',
      settings: {},
      certificateNo: '',
      certificateUntil: null,
    }),
  );
  const id = await upload(recorder, 'log.csv', new TextEncoder().encode(lines.join('\n')));
  const { draft } = orThrow(await client.ask('log/open', { upload: id }));
  orThrow(await client.ask('log/read', { draft, settings: { zone: '+08:00' } }));
  const choice = { instrumentId: instrument, inspectionId: null, measurement: null };
  orThrow(await client.ask('log/import', { draft, ...choice }));
  const { file } = orThrow(await client.ask('bundle/export', { folder: path.join(recorder.folder, 'stick') }));
  const zip = readFileSync(file);
  const bundle = orThrow(lookInside(memorySource(zip)));
  return { client, zip, bundle, source: orThrow(bundleSource(bundle)) };
}

const counts = ({ channels }: ReplayReport) =>
  channels.map(({ channel, same, differs, missing, extra }) => [channel, same, differs + missing + extra]);

test('an imported file imported again gives its blocks byte for byte, and every reading leads back to its cell', async () => {
  const { client, source } = await imported();
  const report = replayEvidence(source);
  expect(counts(report)).toEqual([
    ['ch4', 30, 0],
    ['co', 30, 0],
  ]);
  expect(report).toMatchObject({ agrees: true, damaged: [] });
  expect(report.blocks.every(({ identical }) => identical)).toBe(true);
  const [block] = source.files[0]?.blocks ?? [];
  const readings = block ? orThrow(block.read()) : [];
  const fifth = readings.find(({ value }) => value.quality === 'ok' && value.amount === '0.14');
  if (!fifth) throw new Error('not imported');
  const { found, kept, damaged } = orThrow(await client.ask('readings/bytes', { reading: fifth }));
  expect(found).toMatchObject({
    from: 'file',
    name: 'log.csv',
    row: 6,
    line: lines[5],
    cell: '0.14',
    standing: 'same',
  });
  expect([kept.where, damaged]).toEqual(['block', []]);
  const value = { quality: 'ok' as const, amount: decimalString.parse('0.99'), unit: '%VOL' as const };
  const forged = orThrow(await client.ask('readings/bytes', { reading: { ...fifth, value } }));
  expect(forged.found).toMatchObject({ from: 'file', standing: 'differs', replayed: { value: fifth.value } });
  expect(forged.kept.where).toBe('nowhere');
});

test('a letter changed in the file inside a bundle is found', async () => {
  const { zip } = await imported();
  const at = zip.indexOf(lines[5] ?? '');
  zip.writeUInt8((zip[at + 20] ?? 0) ^ 1, at + 20);
  const report = replayEvidence(orThrow(bundleSource(orThrow(lookInside(memorySource(zip))))));
  expect(report.agrees).toBe(false);
  expect(report.damaged).toMatchObject([{ fault: { code: 'data_corrupt' } }]);
});
