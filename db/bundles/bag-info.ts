import { z } from 'zod';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { type LogPath, sortedPathLines } from '../state/log-paths.ts';
import { BAG } from './bag-names.ts';

/** What a bundle says of itself, signed by its carrier and compared with what is inside. */
export interface BagInfo {
  /** `log fromSeq prevOfFirst toSeq idOfLast`, sorted, one for each path. */
  readonly ranges: readonly string[];
  readonly logHash: string;
  /** Of the exporting machine, to compare states by; nothing inside proves it. */
  readonly stateHash: string;
  readonly stateVersion: string;
  readonly events: number;
  readonly blobs: number;
}

const FORMAT = '1.0';
const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.string().regex(/^(0|[1-9]\d{0,14})$/);
const range = z.string().regex(/^[0-9a-f]{32} [1-9]\d{0,14} [0-9a-f]{64} [1-9]\d{0,14} [0-9a-f]{64}$/);
const fields = z.object({
  ranges: z.array(range),
  logHash: hex64,
  stateHash: hex64,
  stateVersion: hex64,
  events: count,
  blobs: count,
});

export const rangesOf = (paths: readonly LogPath[]): readonly string[] => sortedPathLines(paths);

export function bagInfoText(info: BagInfo): string {
  const lines: readonly (readonly [string, string | number])[] = [
    ['Format', FORMAT],
    ...info.ranges.map((line) => ['Range', line] as const),
    ['Log-Hash', info.logHash],
    ['State-Hash', info.stateHash],
    ['State-Version', info.stateVersion],
    ['Events', info.events],
    ['Blobs', info.blobs],
  ];
  return lines.map(([name, value]) => `Jingxun-${name}: ${value}\n`).join('');
}

/** The format a bundle was written in: a higher major may look like anything, so it is asked before all else. */
export function readFormat(text: string): Result<{ readonly minor: number }> {
  const found = /^Jingxun-Format: (\d{1,6})\.(\d{1,6})\n/.exec(text);
  if (!found) return malformed('format');
  if (Number(found[1]) > 1) return fail({ code: 'bundle_newer', format: `${found[1]}.${found[2]}` });
  return Number(found[1]) === 1 ? ok({ minor: Number(found[2]) }) : malformed('format');
}

/** Faults: bundle_newer, bundle_malformed. */
export function readBagInfo(text: string): Result<BagInfo> {
  const format = readFormat(text);
  if (!format.ok) return format;
  const lines = text.split('\n').slice(1);
  const take = (name: string): string | undefined => {
    const start = `Jingxun-${name}: `;
    return lines[0]?.startsWith(start) ? lines.shift()?.slice(start.length) : undefined;
  };
  const ranges: string[] = [];
  for (let line = take('Range'); line !== undefined; line = take('Range')) ranges.push(line);
  const parsed = fields.safeParse({
    ranges,
    logHash: take('Log-Hash'),
    stateHash: take('State-Hash'),
    stateVersion: take('State-Version'),
    events: take('Events'),
    blobs: take('Blobs'),
  });
  if (!parsed.success) return malformed(String(parsed.error.issues[0]?.path[0] ?? ''));
  const info = { ...parsed.data, events: Number(parsed.data.events), blobs: Number(parsed.data.blobs) };
  // A later minor may say more after what we know; this one may not.
  return format.value.minor > 0 || bagInfoText(info) === text ? ok(info) : malformed('fields');
}

const malformed = (detail: string) => fail({ code: 'bundle_malformed', file: BAG.info, detail } as const);
