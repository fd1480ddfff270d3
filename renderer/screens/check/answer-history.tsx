import { Drawer } from 'antd';
import type { InspectionSheet, SheetRow } from '../../../electron/ports/inspection-models.ts';
import { Mark } from '../../marks/mark.tsx';
import { verdictMark } from '../../marks/verdict-mark.ts';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useQuestion } from '../../ports/questions.ts';
import { dayAndTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import './evidence.css';

export interface AnswerHistoryProps {
  readonly open: boolean;
  readonly sheet: InspectionSheet;
  readonly row: SheetRow;
  readonly onClose: () => void;
}

/** Every answer ever given to one row, newest first: nothing is overwritten. */
export function AnswerHistory({ open, sheet, row, onClose }: AnswerHistoryProps) {
  const { t } = useWords();
  const { inspectionId } = sheet.summary;
  const ask = { inspectionId, itemId: row.itemId, placeId: row.placeId };
  const key = ['inspection', 'history', inspectionId, row.itemId, row.placeId ?? ''] as const;
  const history = useQuestion(key, open ? (ports) => ports.recorder.ask('answer/history', ask) : null);
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={520}
      title={t('check.historyTitle')}
      closable={false}
      extra={<Button onPress={onClose}>{t('common.close')}</Button>}
    >
      <FaultLine fault={history.fault} />
      {history.value?.length === 0 && <p>{t('check.historyNone')}</p>}
      <ul className="evidence-list">
        {history.value?.map((one) => (
          <li key={one.event}>
            <Mark kind={verdictMark(one.outcome, one.verdict?.severity ?? null)} />
            <div>
              <p>
                <strong>{t(`marks.${one.outcome}`)}</strong>
              </p>
              {(one.reason || one.override) && <p>{one.override || one.reason}</p>}
              <p className="text-small">
                {dayAndTime(one.savedAt)}　{one.author}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
