import { Input } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { AssessmentRow, PointRow as RecordedPoint } from '../../../electron/ports/assessment-models.ts';
import type { TestPoint } from '../../../vocabulary/test-point.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useDeed } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';
import { type PointDraft, pointCells, pointOf, troubleIn } from './point-draft.ts';

export interface PointRowProps {
  readonly assessmentId: AssessmentRow['assessmentId'];
  readonly no: number;
  readonly point: RecordedPoint | undefined;
  readonly onMove: (cell: number, by: 1 | -1) => void;
  /** A line that was never recorded is let go of. */
  readonly onGone: () => void;
}

/** One test point: what is typed into a cell is recorded when the cell is left. */
export function PointRow({ assessmentId, no, point, onMove, onGone }: PointRowProps) {
  const { t } = useWords();
  const [draft, setDraft] = useState<PointDraft>({});
  const sent = useRef<PointDraft>({});
  const savedAt = point?.savedAt ?? null;
  const put = useDeed((ports, said: { readonly point: TestPoint; readonly removed: boolean }) =>
    ports.recorder.ask('assessment/point', { assessmentId, ...said }),
  );
  const wrong = pointCells.find(({ key }) => troubleIn(key, draft) !== null);
  const leave = async (next: PointDraft = draft) => {
    const read = pointOf(no, point, next);
    if (!read || read.isSame) return;
    sent.current = next;
    await put.run({ point: read.point, removed: false });
  };
  // what was sent is let go of once the record has it; what was typed since stays
  useEffect(() => {
    if (savedAt === null) return;
    setDraft((now) =>
      Object.fromEntries(Object.entries(now).filter(([key, cell]) => cellOf(sent.current, key) !== cell)),
    );
  }, [savedAt]);
  const decide = (next: PointDraft) => {
    setDraft(next);
    void leave(next);
  };
  const remove = () => {
    onGone();
    setDraft({});
    if (point) void put.run({ point: pointOf(no, point, {})?.point ?? point, removed: true });
  };
  const hear = (cell: number) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    onMove(cell, event.key === 'ArrowUp' || event.shiftKey ? -1 : 1);
  };
  return (
    <>
      <tr>
        <th scope="row">{no}</th>
        {pointCells.map(({ key, numeric }, cell) => (
          <td key={key}>
            <Input
              data-point={`${no}.${cell}`}
              aria-label={t('drainage.points.field', { no, what: t(`drainage.points.${key}`) })}
              inputMode={numeric ? 'decimal' : 'text'}
              maxLength={numeric ? 20 : 80}
              status={troubleIn(key, draft) === null ? '' : 'warning'}
              value={draft[key]?.text ?? point?.[key] ?? ''}
              onChange={({ target }) => setDraft({ ...draft, [key]: { text: target.value, believed: false } })}
              onBlur={() => void leave()}
              onKeyDown={hear(cell)}
            />
          </td>
        ))}
        <td>
          <Button size="small" kind="quiet" label={t('drainage.points.remove', { no })} onPress={remove}>
            {t('drainage.points.removeShort')}
          </Button>
        </td>
      </tr>
      {(wrong || put.fault || (point?.others.length ?? 0) > 0) && (
        <tr>
          <td colSpan={pointCells.length + 2} className="text-small">
            {wrong && <Trouble draft={draft} cell={wrong.key} onDraft={decide} />}
            {(point?.others.length ?? 0) > 0 && (
              <span className="cell-mark">
                <Mark kind="conflict" size={18} />
                {t('drainage.verdict.disputed')}
              </span>
            )}
            <FaultLine fault={put.fault} />
          </td>
        </tr>
      )}
    </>
  );
}

const cellOf = (draft: PointDraft, key: string) => Object.entries(draft).find(([name]) => name === key)?.[1];

interface TroubleProps {
  readonly draft: PointDraft;
  readonly cell: (typeof pointCells)[number]['key'];
  readonly onDraft: (draft: PointDraft) => void;
}

/** What is wrong in a cell; an unlikely figure asks whether it is meant in another unit. */
function Trouble({ draft, cell, onDraft }: TroubleProps) {
  const { t } = useWords();
  const trouble = troubleIn(cell, draft);
  if (trouble === null) return null;
  const name = t(`drainage.points.${cell}`);
  if (trouble.is === 'day') return <span>{t('drainage.points.badDay')}</span>;
  if (trouble.is === 'trouble')
    return (
      <span>
        {name}　{t(`drainage.field.${trouble.trouble}`)}
      </span>
    );
  const { amount, meant, unit } = trouble;
  const become = (text: string) => onDraft({ ...draft, [cell]: { text, believed: true } });
  return (
    <span className="drainage-point-asks">
      {t('drainage.field.asks', { amount, unit })}
      {meant && (
        <>
          {t('drainage.field.meant', { unit: meant.unit, amount: meant.amount })}
          <Button size="small" onPress={() => become(meant.amount)}>
            {t('drainage.field.isMeant', { amount: meant.amount })}
          </Button>
        </>
      )}
      <Button size="small" onPress={() => become(amount)}>
        {t('drainage.field.believe', { amount })}
      </Button>
    </span>
  );
}
