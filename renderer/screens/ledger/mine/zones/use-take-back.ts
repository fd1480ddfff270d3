import type { EntityId } from '../../../../../vocabulary/ids.ts';
import { useDeed } from '../../../../ports/questions.ts';

/** Takes an entry back; it stays in the record with what it said. */
export function useTakeBack(areaId: EntityId, entry: string) {
  const { run, busy } = useDeed((ports, _: null) => ports.recorder.ask('area/remove', { areaId, entry }));
  return { run: () => void run(null), busy };
}
