import { canonicalJson } from '../../db/log/canonical-json.ts';
import type { ProjectionRow } from '../../db/projections/registry.ts';
import type { EventRecord } from '../../db/record.ts';
import { entityId, inspectionId } from '../../vocabulary/ids.ts';
import { mergeAlarm } from '../../vocabulary/merge-alarm.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import type { AlarmNote, AlarmRow } from '../ports/alarm-models.ts';
import type { Desk } from './desk.ts';
import type { Some } from './methods.ts';

type Row = ProjectionRow<'alarms'>;

/** Alarms of detectors stand in the record: what was reached, who acknowledged it, when it ended. */
export function alarmHandlers(desk: Desk): Some<'alarm/note' | 'alarm/list'> {
  return {
    'alarm/note': (note) => {
      const record = desk.need();
      return record.ok ? noteAlarm(desk, record.value, note) : record;
    },
    'alarm/list': ({ inspectionId: inspection, own }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const rows = record.value.rows('alarms', inspection === null ? {} : { inspection });
      const { log } = record.value.identity;
      const wanted = own ? rows.filter((row) => row.open && row.log === log) : rows;
      return ok(wanted.toSorted((a, b) => b.facts.raised.at - a.facts.raised.at).map(rowOf));
    },
  };
}

const rowOf = (row: Row): AlarmRow => ({
  alarm: entityId.parse(row.alarm),
  inspectionId: row.inspection === null ? null : inspectionId.parse(row.inspection),
  facts: row.facts,
  savedAt: epochMs.parse(row.wall),
});

/** The row this note belongs to: its own, or the open one of the same channel that another window raised. */
function standingOf(record: EventRecord, { alarm, facts }: AlarmNote): Row | undefined {
  const [own] = record.rows('alarms', { alarm });
  if (own || facts.ended !== null) return own;
  const { instrument, channel, gas } = facts;
  return record
    .rows('alarms', { instrument, channel, open: true })
    .find((row) => row.log === record.identity.log && row.facts.gas === gas);
}

/** Two windows hear the same channel, and a screen says again what it is not sure was heard: nothing stands twice. */
function noteAlarm(desk: Desk, record: EventRecord, note: AlarmNote): Result<AlarmRow> {
  const standing = standingOf(record, note);
  const facts = standing ? mergeAlarm(standing.facts, note.facts) : note.facts;
  if (standing && canonicalJson(facts) === canonicalJson(standing.facts)) return ok(rowOf(standing));
  const alarm = standing?.alarm ?? note.alarm;
  const owner = standing ? standing.inspection : ownerOf(record, note);
  const under = owner === null ? `device/${record.identity.log}` : `inspection/${owner}`;
  const saved = desk.save({ type: 'alarm', subject: `${under}/alarm:${alarm}`, body: { ...facts } }, 'alarm');
  if (!saved.ok) return saved;
  const [row] = record.rows('alarms', { alarm });
  return row ? ok(rowOf(row)) : fail({ code: 'not_found', what: alarm });
}

/** An inspection that is not in this record owns nothing here. */
const ownerOf = (record: EventRecord, { inspectionId: id }: AlarmNote): string | null =>
  id !== null && record.rows('inspections', { inspection: id }).length > 0 ? id : null;
