import { z } from 'zod';
import { alarmFacts } from '../../vocabulary/alarm.ts';
import { entityId, inspectionId } from '../../vocabulary/ids.ts';
import { epochMs } from '../../vocabulary/time.ts';

/** An alarm as the screen knows it. Said again, it is recorded once; the reply holds what stands in the record. */
export const alarmNote = z.strictObject({
  alarm: entityId,
  /** The inspection that was open when it was raised. */
  inspectionId: inspectionId.nullable(),
  facts: alarmFacts,
});
export type AlarmNote = z.infer<typeof alarmNote>;

export const alarmRow = alarmNote.extend({ savedAt: epochMs });
export type AlarmRow = z.infer<typeof alarmRow>;
