import type { Fault } from '../../vocabulary/fault.ts';
import { Mark } from '../marks/mark.tsx';
import { useWords } from '../words/words.ts';
import { Button } from './button.tsx';
import './fault-line.css';

/** A fault's sentence under the thing it concerns. */
export function FaultLine({ fault }: { readonly fault: Fault | null }) {
  const { say } = useWords();
  return (
    <p className="fault-line" role="alert" data-empty={fault === null ? '' : undefined}>
      {fault !== null && (
        <>
          <Mark kind="alarm2" size={20} />
          <span>{say(fault)}</span>
        </>
      )}
    </p>
  );
}

/** Stands where a screen could not get its content. */
export function FaultPlace({ fault, again }: { readonly fault: Fault; readonly again: () => void }) {
  const { say, t } = useWords();
  return (
    <div className="fault-place" role="alert">
      <Mark kind="alarm2" size={32} />
      <p>{say(fault)}</p>
      <Button onPress={again}>{t('common.again')}</Button>
    </div>
  );
}
