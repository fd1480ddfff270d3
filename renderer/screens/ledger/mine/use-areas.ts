import { useQuestion } from '../../../ports/questions.ts';

/** The areas and chains of a mine as they stand. */
export const useAreas = (mine: string) =>
  useQuestion(['area', mine], (ports) => ports.recorder.ask('area/list', { mine }));
