import { useEffect, useRef } from 'react';
import type { InspectionSheet, SheetRow } from '../../../electron/ports/inspection-models.ts';
import { Mark } from '../../marks/mark.tsx';
import { ProgressBar } from '../../parts/progress-bar.tsx';
import { useItemTitle } from '../../words/item-title.ts';
import { useWords } from '../../words/words.ts';
import { type GroupName, groupOf } from './item-view.ts';
import { isAnswered, rowKey, rowMark, type Section } from './sections.ts';
import './item-list.css';

export interface ItemListProps {
  readonly sheet: InspectionSheet;
  readonly sections: readonly Section[];
  readonly current: string;
  readonly onChoose: (row: SheetRow) => void;
}

/** Every row by group and place with its mark; never filtered, so nothing is forgotten. */
export function ItemList({ sheet, sections, current, onChoose }: ItemListProps) {
  const { t } = useWords();
  const { counts } = sheet.summary;
  const shown = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (current) shown.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <nav className="item-list" aria-label={t('check.list')}>
      <div className="item-sections">
        {sections.map((section) => (
          <section key={section.key}>
            <SectionHead sheet={sheet} section={section} />
            <ul>
              {section.rows.map((row) => (
                <ItemRow
                  key={rowKey(row)}
                  row={row}
                  current={rowKey(row) === current}
                  mark={rowKey(row) === current ? shown : null}
                  onChoose={() => onChoose(row)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <footer className="item-list-counts">
        <p>
          <span>{t('check.all')}</span>
          <strong>{t('common.of', { done: counts.total - counts.unanswered, total: counts.total })}</strong>
        </p>
        {(['fail', 'unknown', 'unanswered'] as const).map((kind) => (
          <p key={kind}>
            <span className="item-list-kind">
              <Mark kind={kind} size={16} quiet={counts[kind] === 0} /> {t(`marks.${kind}`)}
            </span>
            <span>{counts[kind]}</span>
          </p>
        ))}
      </footer>
    </nav>
  );
}

const placeName = (sheet: InspectionSheet, placeId: string | null): string | null =>
  sheet.places.find((place) => place.placeId === placeId)?.name ?? null;

function SectionHead({ sheet, section }: { readonly sheet: InspectionSheet; readonly section: Section }) {
  const { t } = useWords();
  const [first] = section.rows;
  const group: GroupName = first ? groupOf(first.itemId) : 'other';
  const count = (status: SheetRow['status']) => section.rows.filter((row) => row.status === status).length;
  const counts = {
    total: section.rows.length,
    pass: count('pass'),
    fail: count('fail'),
    unknown: count('unknown'),
    notApplicable: count('notApplicable'),
    unanswered: count('unanswered'),
  };
  return (
    <header>
      <h2>
        {t(`check.groups.${group}`)}
        <span>{t('common.of', { done: section.rows.filter(isAnswered).length, total: counts.total })}</span>
      </h2>
      <ProgressBar counts={counts} words={false} />
      <p className="text-faint">{placeName(sheet, section.placeId) ?? t('check.wholeMine')}</p>
    </header>
  );
}

interface ItemRowProps {
  readonly row: SheetRow;
  readonly current: boolean;
  readonly mark: React.RefObject<HTMLButtonElement | null> | null;
  readonly onChoose: () => void;
}

function ItemRow({ row, current, mark, onChoose }: ItemRowProps) {
  const { t } = useWords();
  const title = useItemTitle()(row.itemId) ?? row.itemId;
  const kind = rowMark(row);
  return (
    <li>
      <button ref={mark} type="button" aria-current={current ? 'true' : undefined} onClick={onChoose}>
        <Mark
          kind={current && kind === 'unanswered' ? 'current' : kind}
          label={t(`marks.${kind === 'ring' ? 'unanswered' : kind}`)}
        />
        <span>{title}</span>
      </button>
    </li>
  );
}
