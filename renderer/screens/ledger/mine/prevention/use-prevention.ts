import { useQuestion } from '../../../../ports/questions.ts';

/** 双重预防 of a mine as it stands: checks, risks, risk map. */
export const usePrevention = (mine: string) =>
  useQuestion(['area', 'prevention', mine], (ports) => ports.recorder.ask('prevention/list', { mine }));
