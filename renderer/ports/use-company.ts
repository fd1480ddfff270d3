import { useQuestion } from './questions.ts';

/** A mine's own figures as they stand; `null` waits. */
export const useCompany = (mine: string | null) =>
  useQuestion(
    ['rules', 'company', mine ?? ''],
    mine === null ? null : (ports) => ports.recorder.ask('company/list', { mine }),
  );
