import { AutoComplete } from 'antd';
import type { InspectionSheet, SheetRow, SignBlock } from '../../../electron/ports/inspection-models.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { useItemTitle } from '../../words/item-title.ts';
import { useWords } from '../../words/words.ts';
import { shortReasons } from './answer-need.ts';
import { rowKey } from './sections.ts';
import { countBlocks } from './sign-model.ts';

export interface SignBlocksProps {
  readonly sheet: InspectionSheet;
  readonly blocks: readonly SignBlock[];
  readonly reasons: Readonly<Record<string, string>>;
  readonly onReason: (key: string, reason: string) => void;
  readonly onSee: (row: Pick<SheetRow, 'itemId' | 'placeId'>) => void;
}

const marks = {
  unanswered: 'unanswered',
  'evidence-missing': 'unknown',
  'no-reason': 'unknown',
  conflict: 'conflict',
} as const;

/** Each open row by name, its jump and its own reason; there is no reason for all at once. */
export function SignBlocks({ sheet, blocks, reasons, onReason, onSee }: SignBlocksProps) {
  const { t } = useWords();
  const titleOf = useItemTitle();
  const list = countBlocks(blocks)
    .map(([why, n]) => t(`check.signOff.count.${why}`, { n }))
    .join(t('common.listJoin'));
  const options = shortReasons.map((reason) => ({ value: t(`check.reasons.${reason}`) }));
  return (
    <>
      <p>{blocks.length === 0 ? t('check.signOff.clear') : t('check.signOff.blocked', { list })}</p>
      <ul className="sign-blocks">
        {blocks.map((block) => {
          const key = rowKey(block);
          const title = titleOf(block.itemId) ?? block.itemId;
          const place = sheet.places.find((one) => one.placeId === block.placeId)?.name ?? t('check.wholeMine');
          return (
            <li key={key} className="card-row">
              <Mark kind={marks[block.why]} />
              <div className="card-row-words">
                <p>
                  <strong>{title}</strong>
                </p>
                <p className="text-small">
                  {place}　{t(`check.signOff.why.${block.why}`)}
                </p>
              </div>
              <AutoComplete
                className="sign-reason"
                value={reasons[key] ?? ''}
                options={options}
                maxLength={200}
                placeholder={t('check.signOff.reasonPlaceholder')}
                aria-label={t('check.signOff.reasonFor', { item: title })}
                onChange={(reason) => onReason(key, reason ?? '')}
              />
              <Button size="small" onPress={() => onSee(block)}>
                {t('check.signOff.see')}
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
