import type { InspectionSheet, SheetRow } from '../../../../electron/ports/inspection-models.ts';
import type { Site } from '../../../../rules/sites/site.ts';
import { Mark } from '../../../marks/mark.tsx';
import { verdictMark } from '../../../marks/verdict-mark.ts';
import { Button } from '../../../parts/button.tsx';
import { markLimit, WithLimits } from '../../../parts/with-limits.tsx';
import { useWords } from '../../../words/words.ts';
import { rowKey } from '../sections.ts';
import { decidingGap, withUnit } from '../verdict-gap.ts';
import { type FedRow, fedRows } from './site-model.ts';

export interface FedRowsProps {
  readonly sheet: InspectionSheet;
  readonly site: Site;
  readonly onRow: (row: SheetRow) => void;
}

/** The rows that take their facts from here, as these facts judge them; a press goes to the row to answer it. */
export function FedRows({ sheet, site, onRow }: FedRowsProps) {
  const { t } = useWords();
  const rows = fedRows(sheet, site);
  return (
    <section className="fed-rows">
      <h2>{t('site.fed')}</h2>
      {rows.length === 0 ? (
        <p className="text-faint">{t('site.fedNone')}</p>
      ) : (
        <ul>
          {rows.map((one) => (
            <li key={rowKey(one.row)}>
              <FedLine fed={one} onRow={onRow} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function FedLine({ fed, onRow }: { readonly fed: FedRow; readonly onRow: (row: SheetRow) => void }) {
  const { t, pick } = useWords();
  const { row, view } = fed;
  const status = view.machine ?? 'unanswered';
  const kind = verdictMark(status, status === 'fail' ? (view.verdict?.severity ?? null) : null);
  const gap = view.verdict ? decidingGap(view.verdict.workings) : null;
  const said =
    gap &&
    t('site.measured', {
      value: withUnit(gap.value, gap.unit),
      comparator: t(`check.verdict.comparators.${gap.sign}`),
      limit: markLimit(withUnit(gap.limit, gap.unit)),
    });
  return (
    <div className="fed-row">
      <Mark kind={kind} size={20} />
      <span className="fed-row-words">
        <strong>{pick(view.item.title)}</strong>
        <span className="text-small">
          {status === 'unanswered' || status === 'unknown' ? (
            t('site.fedOpen')
          ) : (
            <WithLimits
              words={said ?? t(`marks.${status}`)}
              citations={view.verdict?.citations ?? []}
              workings={view.verdict?.workings ?? []}
            />
          )}
        </span>
      </span>
      <Button size="small" iconAfter="next" onPress={() => onRow(row)}>
        {t(row.answer === null ? 'site.goAnswer' : 'site.goSee')}
      </Button>
    </div>
  );
}
