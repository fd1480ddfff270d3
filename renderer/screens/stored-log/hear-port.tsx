import { useState } from 'react';
import { DUMP_BAUDS } from '../../../electron/ports/dump-models.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Choice } from '../../parts/choice.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { groupDigits } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { PortField } from '../live/port-field.tsx';
import { useDump } from './use-dump.ts';

/** Choose speed and port, start the transfer on the instrument: what it sends is then read as a file would be. */
export function HearPort({ onHeard, onDone }: { readonly onHeard: (file: File) => void; readonly onDone: () => void }) {
  const { t } = useWords();
  const [baud, setBaud] = useState<(typeof DUMP_BAUDS)[number]>('9600');
  const [path, setPath] = useState('');
  const dump = useDump(onHeard);
  const { state } = dump;
  return (
    <Card title={t('storedLog.port.title')} aside={t('storedLog.port.quiet')}>
      {state ? (
        <div className="stored-log-clock">
          <p role="status">
            <strong>{t('storedLog.port.listening', { path: state.path, baud })}</strong>
          </p>
          <p>{t('storedLog.port.heard', { n: groupDigits(state.bytes) })}</p>
          <div>
            <Button onPress={dump.stop}>{t('storedLog.port.stop')}</Button>
          </div>
        </div>
      ) : (
        <div className="stored-log-clock">
          <p>{t('storedLog.port.how')}</p>
          <Choice
            label={t('storedLog.port.baud')}
            options={DUMP_BAUDS.map((value) => ({ value, words: value }))}
            value={baud}
            onChoose={setBaud}
          />
          <PortField
            path={path}
            onType={setPath}
            searchWords={t('storedLog.port.listen')}
            onSearch={(chosen) => {
              setPath(chosen);
              dump.start(chosen, Number(baud));
            }}
          />
          <FaultLine fault={dump.fault} />
          <div>
            <Button icon="folder" onPress={onDone}>
              {t('storedLog.port.file')}
            </Button>
          </div>
        </div>
      )}
    </Card>
  );
}
