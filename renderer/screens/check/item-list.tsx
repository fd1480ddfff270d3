import { useEffect, useRef } from 'react';
import type { InspectionSheet, SheetRow } from '../../../electron/ports/inspection-models.ts';
import { siteKindOf } from '../../../vocabulary/site.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
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
  /** Opens the sub-form of a place. */
  readonly onSite: (placeId: string) => void;
  readonly onCalculate: () => void;
}

/** Every row by place in walking order and by group with its mark; never filtered, so nothing is forgotten. */
export function ItemList({ sheet, sections, current, onChoose, onSite, onCalculate }: ItemListProps) {
  const { t } = useWords();
  const { counts } = sheet.summary;
  const shown = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (current) shown.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div className="item-list">
      <nav className="item-sections" aria-label={t('check.list')}>
        {sections.map((section, at) => (
          <section key={section.key}>
            {section.placeId !== sections[at - 1]?.placeId && (
              <PlaceHead sheet={sheet} placeId={section.placeId} onSite={onSite} />
            )}
            <SectionHead section={section} />
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
      </nav>
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
        <Button size="small" wide icon="keys" onPress={onCalculate}>
          {t('calculators.open')}
        </Button>
      </footer>
    </div>
  );
}

interface PlaceHeadProps {
  readonly sheet: InspectionSheet;
  readonly placeId: string | null;
  readonly onSite: (placeId: string) => void;
}

/** A stop of the walk, with the way to what is entered once there. */
function PlaceHead({ sheet, placeId, onSite }: PlaceHeadProps) {
  const { t } = useWords();
  const place = sheet.places.find((one) => one.placeId === placeId);
  const name = place?.name ?? t('check.wholeMine');
  return (
    <div className="item-place">
      <h2>
        {placeId !== null && placeId === sheet.currentPlace && <Mark kind="current" size={18} />}
        {name}
      </h2>
      {place && siteKindOf(place) && (
        <Button size="small" label={t('site.openOf', { name })} onPress={() => onSite(place.placeId)}>
          {t('site.open')}
        </Button>
      )}
    </div>
  );
}

function SectionHead({ section }: { readonly section: Section }) {
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
      <h3>
        {t(`check.groups.${group}`)}
        <span>{t('common.of', { done: section.rows.filter(isAnswered).length, total: counts.total })}</span>
      </h3>
      <ProgressBar counts={counts} words={false} />
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
