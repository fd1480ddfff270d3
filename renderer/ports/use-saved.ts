import { useNews } from './ports-context.tsx';
import { useSession } from './questions.ts';

/** The newest entry of this machine's own record. */
export interface Saved {
  readonly wall: number;
  readonly seq: number;
  readonly today: number;
}

/** What was saved last: by the news where they are newer than the answer to the question. Null: nothing yet. */
export function latestSaved(asked: Saved | null | undefined, told: Saved | null): Saved | null {
  if (!told) return asked ?? null;
  return asked && asked.seq > told.seq ? asked : told;
}

export function useSaved(): Saved | null {
  const session = useSession();
  const { saved } = useNews();
  return latestSaved(session.value?.saved, saved);
}
