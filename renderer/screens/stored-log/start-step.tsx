import { useState } from 'react';
import type { StoredFileRow } from '../../../electron/ports/log-models.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { dayAndTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { HearPort } from './hear-port.tsx';
import { StoredFiles } from './stored-files.tsx';
import type { Importing } from './use-import.ts';

interface StartProps {
  readonly importing: Importing;
  readonly onRematch: (file: StoredFileRow) => void;
}

export function ChooseFile({
  importing,
  words,
  primary = false,
}: {
  readonly importing: Importing;
  readonly words: string;
  readonly primary?: boolean;
}) {
  const { t } = useWords();
  return (
    <FileButton
      kind={primary ? 'primary' : 'normal'}
      size={primary ? 'big' : 'normal'}
      icon="folder"
      busy={importing.busy}
      inputLabel={t('storedLog.choose')}
      onFiles={([file]) => file && importing.choose(file)}
    >
      {words}
    </FileButton>
  );
}

/** A file from the disk or a text from the port; below it what was taken in before. */
export function Start({ importing, onRematch }: StartProps) {
  const { t } = useWords();
  const [fromPort, setFromPort] = useState(false);
  if (fromPort && !importing.reading)
    return (
      <div className="stored-log-start">
        <HearPort onHeard={importing.choose} onDone={() => setFromPort(false)} />
        <FaultLine fault={importing.fault} />
      </div>
    );
  return (
    <div className="stored-log-start">
      <p>{importing.reading ? t('storedLog.reading', { name: importing.reading }) : t('storedLog.start')}</p>
      <div className="stored-log-buttons">
        <ChooseFile importing={importing} words={t('storedLog.choose')} primary />
        <Button size="big" icon="instrument" disabled={importing.busy} onPress={() => setFromPort(true)}>
          {t('storedLog.port.open')}
        </Button>
      </div>
      <FaultLine fault={importing.fault} />
      <StoredFiles onRematch={onRematch} />
    </div>
  );
}

/** The same bytes again: nothing is added; what can be changed is the clock and the inspection. */
export function Again({
  file,
  onRematch,
}: {
  readonly file: StoredFileRow;
  readonly onRematch: StartProps['onRematch'];
}) {
  const { t } = useWords();
  return (
    <div className="stored-log-start">
      <p className="stored-log-sentence">
        <Mark kind="received" size={24} />
        <strong>{t('storedLog.again')}</strong>
      </p>
      <p>{t('storedLog.againLine', { name: file.name, time: dayAndTime(file.importedAt) })}</p>
      <Button icon="instrument" onPress={() => onRematch(file)}>
        {t('storedLog.rematch')}
      </Button>
    </div>
  );
}
