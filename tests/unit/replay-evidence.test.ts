import { zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../db/log/sha256.ts';
import { decodeBlock, encodeBlock } from '../../db/readings/block.ts';
import type { EvidenceSource, RawBlock, ReadingBlock } from '../../db/replay/evidence-source.ts';
import { readRawBlock } from '../../db/replay/raw-block.ts';
import { type ReplayReport, replayEvidence } from '../../db/replay/replay-evidence.ts';
import { badWeather, lineEvent } from '../../drivers/acceptance/bad-lines.ts';
import type { IntakeBatch } from '../../electron/ports/intake-port.ts';
import type { CaptureLine } from '../../vocabulary/capture.ts';
import { blobId, type EntityId, eventId, logId } from '../../vocabulary/ids.ts';
import { decimalString } from '../../vocabulary/quantity.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { detectorsOfRun } from '../endurance/families.ts';
import { BOOT, INSTRUMENT, recordLine, steadily } from '../replay/record-line.ts';

interface Cut {
  readonly raw: number;
  readonly readings: number;
}

const place = (blob: string, owner = '9') => ({
  event: eventId.parse('a'.repeat(64)),
  log: logId.parse('b'.repeat(32)),
  seq: 1,
  owner: owner.repeat(32),
  author: 'c'.repeat(32),
  blob: blobId.parse(blob),
});

const spanOf = (walls: readonly number[]) => ({ from: Math.min(...walls), to: Math.max(...walls) });

const groupsOf = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));

/** Folds batches as the recorder would, with blocks cut wherever it pleases: inside frames, exchanges and bursts. */
function fold(batches: readonly IntakeBatch[], cut: Cut): EvidenceSource {
  const bySession = Map.groupBy(batches, ({ session }) => session);
  const raw = [...bySession.values()].flatMap((own) => {
    const [{ session, boot, driver, driverVersion, settings, definition }] = own as [IntakeBatch, ...IntakeBatch[]];
    const head = { v: 1, driver, driverVersion, settings, definition, instrument: INSTRUMENT, session, boot };
    return groupsOf(
      own.flatMap((batch) => batch.raw),
      cut.raw,
    ).map((lines) => rawBlockOf(head, lines, session));
  });
  const readings = groupsOf(
    batches.flatMap((batch) => batch.readings),
    cut.readings,
  ).map(readingBlockOf);
  return { raw, readings, files: [] };
}

function rawBlockOf(head: object, lines: readonly CaptureLine[], session: EntityId): RawBlock {
  const bytes = zstdCompressSync(Buffer.from([head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('')));
  const span = spanOf(lines.map((line) => line.wall_ms));
  return {
    place: place(sha256(bytes)),
    instrument: INSTRUMENT,
    session,
    boot: BOOT,
    ...span,
    read: () => readRawBlock(bytes),
  };
}

function readingBlockOf(readings: readonly Reading[]): ReadingBlock {
  const bytes = encodeBlock(INSTRUMENT, readings);
  const span = spanOf(readings.map(({ time }) => time.wall));
  return {
    place: place(sha256(bytes)),
    instrument: INSTRUMENT,
    ...span,
    read: () => decodeBlock(bytes),
    bytes: () => ({ ok: true, value: bytes }),
  };
}

const wrong = ({ channels, troubles, damaged }: ReplayReport) => ({
  channels: channels.filter(({ differs, missing, extra }) => differs + missing + extra > 0),
  troubles,
  damaged,
});

const nothingWrong = { channels: [], troubles: [], damaged: [] };
const families = [...new Map(detectorsOfRun.map(({ name, family }) => [family, { name, family }])).values()];

const life = fc.record({
  weather: badWeather,
  batchMs: fc.integer({ min: 120, max: 1000 }),
  cut: fc.record({ raw: fc.integer({ min: 1, max: 60 }), readings: fc.integer({ min: 1, max: 40 }) }),
  wallStepMs: fc.constantFrom(0, -3_600_000, 90_000),
  stepAt: fc.integer({ min: 5000, max: 12_000 }),
  shuffle: fc.boolean(),
  restartAfterMs: fc.integer({ min: 10, max: 5000 }),
});

describe.each(families)('the record of $name', ({ family }) => {
  const events = fc.array(lineEvent(null), { minLength: 1, maxLength: 8 });

  test('replayed from blocks cut anywhere is the recorded blocks, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(events, events, life, async (first, second, { weather, ...how }) => {
        const wallStep = (mono: number) => (mono >= how.stepAt ? how.wallStepMs : 0);
        const one = await recordLine(family, first, { ...weather, wallStep }, how.batchMs);
        // The listener was killed and began again: nothing says that the first line was closed.
        const startAt = one.end + how.restartAfterMs;
        const two = await recordLine(family, second, { ...weather, startAt, wallStep }, how.batchMs);
        const all = [...one.batches, ...two.batches];
        const arrived = how.shuffle ? all.toSorted((a, b) => (a.batch < b.batch ? -1 : 1)) : all;
        const report = replayEvidence(fold(arrived, how.cut));
        expect(wrong(report)).toEqual(nothingWrong);
        expect(report.blocks.filter(({ identical }) => identical !== true)).toEqual([]);
        expect(report.agrees).toBe(true);
      }),
      { numRuns: scaled(6) },
    );
  });

  test('with a value changed in the bytes or in the readings does not agree', async () => {
    const { batches } = await recordLine(family, [steadily(4000)], {}, 1000);
    const whole = fold(batches, { raw: 1000, readings: 1000 });
    expect(replayEvidence(whole).agrees).toBe(true);
    const [block] = whole.readings;
    const recorded = block ? orThrow(block.read()) : [];
    const at = recorded.findIndex(({ value }) => value.quality === 'ok');
    const forged = recorded.map((one, index) =>
      index === at && one.value.quality === 'ok'
        ? { ...one, value: { ...one.value, amount: decimalString.parse('0.76') } }
        : one,
    );
    const report = replayEvidence({ ...whole, readings: [readingBlockOf(forged)] });
    expect(report.agrees).toBe(false);
    expect(report.channels.reduce((sum, { differs }) => sum + differs, 0)).toBe(1);
    const withoutRaw = replayEvidence({ ...whole, raw: [] });
    expect(withoutRaw.agrees).toBe(false);
    const fewer = replayEvidence({ ...whole, readings: [readingBlockOf(recorded.toSpliced(at, 1))] });
    expect(fewer.channels.reduce((sum, { extra }) => sum + extra, 0)).toBe(1);
  });
});
