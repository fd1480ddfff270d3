import type { StoredFileRow } from '../../../electron/ports/log-models.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useQuestion } from '../../ports/questions.ts';
import { dayAndTime, groupDigits } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { offsetWords } from './clock-step.tsx';

/** Every file that was taken in, the newest first; each may be matched again. */
export function StoredFiles({ onRematch }: { readonly onRematch: (file: StoredFileRow) => void }) {
  const { t } = useWords();
  const list = useQuestion(['instrument', 'stored-files'], (ports) => ports.recorder.ask('log/list', {}));
  return (
    <Card title={t('storedLog.list.title')} flush>
      <FaultLine fault={list.fault} />
      {list.value?.length === 0 && <p className="card-row text-faint">{t('storedLog.list.none')}</p>}
      <ul className="card-rows">
        {list.value?.map((file) => (
          <li key={file.file} className="card-row">
            <Mark kind={file.offsetMs === null ? 'notEvidence' : 'received'} size={20} />
            <div className="card-row-words">
              <p>{file.name}</p>
              <p className="text-small">
                {t('storedLog.list.line', {
                  count: groupDigits(file.counts.imported),
                  time: dayAndTime(file.importedAt),
                })}
                {'\u3000'}
                {file.offsetMs === null ? t('storedLog.list.noOffset') : offsetWords(t, file.offsetMs)}
              </p>
            </div>
            <Button size="small" onPress={() => onRematch(file)}>
              {t('storedLog.rematch')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
