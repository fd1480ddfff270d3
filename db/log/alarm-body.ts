import { alarmFacts } from '../../vocabulary/alarm.ts';
import { salt } from './event.ts';

/** One alarm of one channel; every further event of it supersedes the one before and holds the whole. */
export const alarmBody = alarmFacts.extend({ salt });
