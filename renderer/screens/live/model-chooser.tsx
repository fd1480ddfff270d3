import { useState } from 'react';
import type { DriverRow } from '../../../electron/ports/listener-port.ts';
import { Button } from '../../parts/button.tsx';
import { useWords } from '../../words/words.ts';
import { NotOffered } from './not-offered.tsx';
import './model-chooser.css';

export interface ModelChooserProps {
  readonly drivers: readonly DriverRow[];
  readonly chosen: DriverRow | undefined;
  readonly onChoose: (id: string) => void;
}

/** Every kind that can be heard, one under the other; once one is chosen it stands alone and the questions follow. */
export function ModelChooser({ drivers, chosen, onChoose }: ModelChooserProps) {
  const { t, pick } = useWords();
  const [open, setOpen] = useState(false);
  const shown = chosen && !open ? [chosen] : drivers;
  const choose = (id: string) => {
    setOpen(false);
    if (id !== chosen?.id) onChoose(id);
  };
  return (
    <fieldset className="model-chooser">
      <legend>{t('live.connect.driver')}</legend>
      <div className="model-list" data-one={chosen && !open ? '' : undefined}>
        {shown.map((one) => (
          <button key={one.id} type="button" aria-pressed={one.id === chosen?.id} onClick={() => choose(one.id)}>
            {pick(one)}
          </button>
        ))}
        {chosen && !open && <Button onPress={() => setOpen(true)}>{t('live.connect.otherDriver')}</Button>}
      </div>
      {chosen && !open && chosen.note !== null && (
        <p className="model-note">{t('live.connect.note', { note: chosen.note })}</p>
      )}
      {(!chosen || open) && <NotOffered />}
    </fieldset>
  );
}
