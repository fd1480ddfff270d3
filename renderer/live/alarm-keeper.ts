import { z } from 'zod';
import { type AlarmNote, type AlarmRow, alarmNote } from '../../electron/ports/alarm-models.ts';
import type { Result } from '../../vocabulary/result.ts';
import { adoptAlarms, dropEnded } from './adopt-alarms.ts';
import { isWorthSaying, noteOf } from './alarm-facts.ts';
import type { Alarms, Moment } from './alarm-model.ts';

/** What the keeper needs of the world. */
export interface KeeperWorld {
  readonly say: (note: AlarmNote) => Promise<Result<AlarmRow>>;
  readonly list: () => Promise<Result<readonly AlarmRow[]>>;
  readonly center: {
    readonly get: () => Alarms;
    readonly listen: (ear: () => void) => () => void;
    readonly take: (change: (alarms: Alarms) => Alarms) => void;
  };
  readonly moment: () => Moment;
  readonly memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> | null;
}

export interface AlarmKeeper {
  /** Says again what the record has not taken yet, and asks what it knows. */
  readonly retry: () => Promise<void>;
  readonly waiting: () => number;
  readonly stop: () => void;
}

const PREFIX = 'jingxun.alarm.';
const kept = z.strictObject({ note: alarmNote, said: z.boolean() });
type Kept = z.infer<typeof kept>;

function remembered(memory: KeeperWorld['memory']): Kept[] {
  if (!memory) return [];
  const names = Array.from({ length: memory.length }, (_, at) => memory.key(at) ?? '');
  return names
    .filter((name) => name.startsWith(PREFIX))
    .flatMap((name) => {
      try {
        return kept.safeParse(JSON.parse(memory.getItem(name) ?? '')).data ?? [];
      } catch {
        return [];
      }
    });
}

/**
 * Carries the alarms of this page into the record, and back. An alarm never waits for it: while the recorder is dead or
 * locked, what happened stands in this machine's memory, survives a new load of the page, and is said when it is heard again.
 */
export function keepAlarms({ say, list, center, moment, memory }: KeeperWorld): AlarmKeeper {
  const entries = new Map<string, Kept>();
  const recorded = new Set<string>();
  let isSaying = false;
  const put = (entry: Kept) => {
    entries.set(entry.note.alarm, entry);
    memory?.setItem(`${PREFIX}${entry.note.alarm}`, JSON.stringify(entry));
  };
  const forget = (id: string) => {
    entries.delete(id);
    memory?.removeItem(`${PREFIX}${id}`);
  };

  const taken = (note: AlarmNote, row: AlarmRow) => {
    recorded.add(row.alarm);
    if (row.alarm !== note.alarm) forget(note.alarm);
    const newest = entries.get(note.alarm) ?? entries.get(row.alarm);
    const isNewest = !newest || newest.note === note;
    if (!isNewest) return;
    if (note.facts.ended) forget(row.alarm);
    else put({ note: { ...note, alarm: row.alarm, facts: row.facts }, said: true });
    if (!note.facts.ended && !row.facts.ended) center.take((alarms) => adoptAlarms(alarms, [row], moment()));
  };
  const sayAll = async () => {
    if (isSaying) return;
    isSaying = true;
    const tried = new Set<Kept>(); // what is refused now is said again later, and holds up nothing else
    for (let next = unsaid(tried); next; next = unsaid(tried)) {
      tried.add(next);
      const row = await say(next.note);
      if (row.ok) taken(next.note, row.value);
    }
    isSaying = false;
  };
  const unsaid = (but: ReadonlySet<Kept> = new Set()) =>
    [...entries.values()].find((entry) => !entry.said && !but.has(entry));

  const hear = () => {
    for (const alarm of center.get()) {
      const note = noteOf(alarm);
      const before = entries.get(alarm.id);
      if (note.facts.ended && !before && recorded.has(alarm.id)) continue; // said already, and only waits to be seen
      if (isWorthSaying(before?.note.facts ?? null, note.facts, alarm.step)) put({ note, said: false });
    }
    void sayAll();
  };

  for (const entry of remembered(memory)) entries.set(entry.note.alarm, entry);
  const open = [...entries.values()].map(({ note }) => note).filter(({ facts }) => facts.ended === null);
  if (open.length > 0) center.take((alarms) => adoptAlarms(alarms, open, moment()));
  const stopHearing = center.listen(hear);

  const retry = async () => {
    await sayAll();
    if (unsaid()) return;
    const rows = await list();
    if (!rows.ok) return;
    const ids = new Set<string>(rows.value.map(({ alarm }) => alarm));
    for (const id of ids) recorded.add(id);
    for (const [id, { said }] of entries) if (said && !ids.has(id)) forget(id);
    center.take((alarms) => dropEnded(adoptAlarms(alarms, rows.value, moment()), (id) => recorded.has(id), ids));
  };
  return { retry, waiting: () => [...entries.values()].filter(({ said }) => !said).length, stop: stopHearing };
}
