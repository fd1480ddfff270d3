import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { FaultPlace } from '../../parts/fault-line.tsx';
import { Slow } from '../../parts/slow.tsx';
import { useQuestion } from '../../ports/questions.ts';
import { rowFocus } from '../../shell/focus.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { dayAndTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import type { Chosen } from './statistics-model.ts';

/** Changes of place faster than the walk, for the lead to look at. */
export function FastList({ chosen }: { readonly chosen: Chosen }) {
  const { t } = useWords();
  const { go } = useNavigation();
  const rows = useQuestion(
    ['inspection', 'fast', chosen.team ?? '', chosen.month ?? '', chosen.inspectionId ?? ''],
    (ports) => ports.recorder.ask('completeness/fast', chosen),
  );
  if (rows.fault) return <FaultPlace fault={rows.fault} again={rows.again} />;
  if (!rows.value) return <Slow />;
  return (
    <ul className="card-rows">
      <li className="card-row text-small">{t('statistics.fastNote')}</li>
      {rows.value.map((row) => (
        <li key={`${row.inspectionId} ${row.itemId} ${row.placeId ?? ''}`} className="card-row">
          <Mark kind="alarm3" />
          <div className="card-row-words">
            <p>
              <strong>{t('statistics.fastLine', { before: row.beforePlace, after: row.place })}</strong>　{row.mine}
            </p>
            <p className="text-small">
              {t('statistics.fastTook', { by: row.by, at: dayAndTime(row.at), took: row.took_s, needs: row.needs_s })}
            </p>
            <p className="text-faint">
              {row.length_m === null
                ? t('statistics.fastBy.default')
                : t('statistics.fastBy.known', { length: row.length_m })}
            </p>
          </div>
          <Button
            size="small"
            onPress={() => go('check', { inspectionId: row.inspectionId, focus: rowFocus(row.itemId, row.placeId) })}
          >
            {t('statistics.see')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
