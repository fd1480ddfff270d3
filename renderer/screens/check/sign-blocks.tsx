import { AutoComplete } from 'antd';
import { memo, type RefCallback, useState } from 'react';
import type { InspectionSheet, SheetRow, SignBlock } from '../../../electron/ports/inspection-models.ts';
import { isSamePerson } from '../../../electron/ports/team-models.ts';
import { checkerOf } from '../../live/team.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { useSession } from '../../ports/questions.ts';
import { useItemTitle } from '../../words/item-title.ts';
import { useWords } from '../../words/words.ts';
import { shortReasons } from './answer-need.ts';
import { groupOf } from './item-view.ts';
import { rowKey } from './sections.ts';
import { type BlockSection, blockSections, countBlocks } from './sign-model.ts';
import { useSeen } from './use-seen.ts';

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

/** Each open row by name, with its jump and its own reason. One reason may be written for the rows of one group at one place, once all of them were in sight. */
export function SignBlocks(props: SignBlocksProps) {
  const { t } = useWords();
  const { seen, watch } = useSeen();
  const { blocks } = props;
  const list = countBlocks(blocks)
    .map(([why, n]) => t(`check.signOff.count.${why}`, { n }))
    .join(t('common.listJoin'));
  return (
    <>
      <p>{blocks.length === 0 ? t('check.signOff.clear') : t('check.signOff.blocked', { list })}</p>
      <div className="sign-blocks">
        {blockSections(blocks, groupOf).map((section) => (
          <section key={section.key}>
            <SectionReason {...props} section={section} seen={seen} />
            <ul>
              {section.blocks.map((block) => (
                <BlockRow
                  key={rowKey(block)}
                  sheet={props.sheet}
                  block={block}
                  reason={props.reasons[rowKey(block)] ?? ''}
                  onReason={props.onReason}
                  onSee={props.onSee}
                  watch={watch(rowKey(block))}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

type SectionProps = SignBlocksProps & { readonly section: BlockSection; readonly seen: ReadonlySet<string> };

/** The head of a section; with several rows, one reason for those that have none yet. */
function SectionReason({ sheet, section, seen, reasons, onReason }: SectionProps) {
  const { t } = useWords();
  const options = useReasons(sheet, section);
  const [typed, setTyped] = useState('');
  const keys = section.blocks.map(rowKey);
  const unseen = keys.filter((key) => !seen.has(key)).length;
  const bare = keys.filter((key) => (reasons[key] ?? '').trim() === '');
  const [first] = section.blocks;
  const group = t(`check.groups.${groupOf(first?.itemId ?? '')}`);
  const place = sheet.places.find((one) => one.placeId === section.placeId)?.name ?? t('check.wholeMine');
  const title = `${group}　${place}`;
  return (
    <header className="sign-section">
      <h2>{title}</h2>
      {keys.length > 1 && (
        <>
          <AutoComplete
            className="sign-reason"
            value={typed}
            options={options}
            maxLength={200}
            placeholder={t('check.signOff.sharedPlaceholder')}
            aria-label={t('check.signOff.sharedFor', { section: title })}
            onChange={(reason) => setTyped(reason ?? '')}
          />
          <Button
            size="small"
            disabled={typed.trim() === '' || unseen > 0 || bare.length === 0}
            onPress={() => {
              for (const key of bare) onReason(key, typed);
              setTyped('');
            }}
          >
            {unseen > 0 ? t('check.signOff.unseen', { n: unseen }) : t('check.signOff.shared', { n: bare.length })}
          </Button>
        </>
      )}
    </header>
  );
}

type RowProps = Pick<SignBlocksProps, 'sheet' | 'onReason' | 'onSee'> & {
  readonly block: SignBlock;
  readonly reason: string;
  readonly watch: RefCallback<Element>;
};

/** Drawn again only where its own reason changed: a reason is typed beside sixty other rows. */
const BlockRow = memo(function BlockRow({ sheet, block, reason, onReason, onSee, watch }: RowProps) {
  const { t } = useWords();
  const options = useReasons(sheet, block);
  const key = rowKey(block);
  const title = useItemTitle()(block.itemId) ?? block.itemId;
  return (
    <li ref={watch} className="card-row">
      <Mark kind={marks[block.why]} />
      <div className="card-row-words">
        <p>
          <strong>{title}</strong>
        </p>
        <p className="text-small">{t(`check.signOff.why.${block.why}`)}</p>
      </div>
      <AutoComplete
        className="sign-reason"
        value={reason}
        options={options}
        maxLength={200}
        placeholder={t('check.signOff.reasonPlaceholder')}
        aria-label={t('check.signOff.reasonFor', { item: title })}
        onChange={(written) => onReason(key, written ?? '')}
      />
      <Button size="small" onPress={() => onSee(block)}>
        {t('check.signOff.see')}
      </Button>
    </li>
  );
});

/** The short reasons; first, where another officer checks this part, that it stands on that officer's tablet. */
function useReasons(sheet: InspectionSheet, at: Pick<SignBlock, 'placeId'> & ({ itemId: string } | { group: string })) {
  const { t } = useWords();
  const me = useSession().value?.person;
  const checker = checkerOf(sheet.team, 'group' in at ? at.group : groupOf(at.itemId), at.placeId);
  const other = checker && !isSamePerson(checker, me) ? [t('plan.otherTablet', { name: checker.name })] : [];
  return [...other, ...shortReasons.map((reason) => t(`check.reasons.${reason}`))].map((value) => ({ value }));
}
