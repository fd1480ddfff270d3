import type { OwedRow, OwedUnit } from '../../../electron/ports/completeness-models.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { FaultPlace } from '../../parts/fault-line.tsx';
import { Slow } from '../../parts/slow.tsx';
import { useQuestion } from '../../ports/questions.ts';
import { rowFocus } from '../../shell/focus.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { dayAndTime } from '../../words/format.ts';
import { useItemTitle } from '../../words/item-title.ts';
import { useWords } from '../../words/words.ts';
import { type Chosen, markOf, notStarted, takenBack } from './statistics-model.ts';

const MOST = 300;

interface OwedListProps {
  readonly standing: 'missing' | 'excluded' | 'unclear';
  readonly units: readonly OwedUnit[];
  readonly chosen: Chosen;
  readonly today: string;
}

/** Each obligation of one standing by name, with reason, person and signer; what nobody began stands in one line each. */
export function OwedList({ standing, units, chosen, today }: OwedListProps) {
  const { t } = useWords();
  const rows = useQuestion(
    ['inspection', 'owed', standing, chosen.team ?? '', chosen.month ?? '', chosen.inspectionId ?? ''],
    (ports) =>
      ports.recorder.ask('completeness/rows', { ...chosen, standings: [standing], begunOnly: true, limit: MOST }),
  );
  if (rows.fault) return <FaultPlace fault={rows.fault} again={rows.again} />;
  if (!rows.value) return <Slow />;
  const { rows: shown, total } = rows.value;
  return (
    <ul className="card-rows">
      {standing === 'missing' &&
        notStarted(units).map((unit) => <NotStarted key={unit.inspectionId} unit={unit} today={today} />)}
      {standing === 'excluded' && takenBack(units).map((unit) => <TakenBack key={unit.inspectionId} unit={unit} />)}
      {shown.map((row) => (
        <Row key={`${row.inspectionId} ${row.itemId} ${row.placeId ?? ''}`} row={row} />
      ))}
      {total > shown.length && (
        <li className="card-row text-small">{t('statistics.shown', { n: shown.length, total })}</li>
      )}
    </ul>
  );
}

function NotStarted({ unit, today }: { readonly unit: OwedUnit; readonly today: string }) {
  const { t } = useWords();
  const isLate = unit.period.to < today;
  const words = { n: unit.completeness.missing, day: unit.period.to };
  return (
    <li className="card-row">
      <Mark kind={isLate ? 'alarm2' : 'unanswered'} />
      <div className="card-row-words">
        <p>
          <strong>{unit.mine}</strong>　{unit.planNo}
        </p>
        <p className="text-small">{t(isLate ? 'statistics.notStartedLate' : 'statistics.notStarted', words)}</p>
        <p className="text-faint">{unit.team || t('statistics.noTeam')}</p>
      </div>
    </li>
  );
}

function TakenBack({ unit }: { readonly unit: OwedUnit }) {
  const { t } = useWords();
  const { cancelled } = unit;
  if (!cancelled) return null;
  const { reason, by, at } = cancelled;
  return (
    <li className="card-row">
      <Mark kind="notApplicable" />
      <div className="card-row-words">
        <p>
          <strong>{t('statistics.wholeInspection', { n: unit.completeness.excluded })}</strong>　{unit.mine}　
          {unit.planNo}
        </p>
        <p className="text-small">{t('statistics.reason', { reason, by, at: dayAndTime(at) })}</p>
        <p className="text-faint">{unit.team || t('statistics.noTeam')}</p>
      </div>
    </li>
  );
}

function Row({ row }: { readonly row: OwedRow }) {
  const { t } = useWords();
  const { go } = useNavigation();
  const titleOf = useItemTitle();
  const { itemId, placeId, inspectionId, reason, by, at, signers } = row;
  const title = titleOf(itemId) ?? itemId;
  const said =
    reason === ''
      ? t('statistics.noReason')
      : t('statistics.reason', { reason, by: by ?? '', at: at === null ? '' : dayAndTime(at) });
  const isOpen = row.standing === 'missing' && reason === '' && signers.length === 0;
  return (
    <li className="card-row">
      <Mark kind={markOf(row)} />
      <div className="card-row-words">
        <p>
          <strong>{title}</strong>
          {`　${[row.place, row.mine].filter((one) => one !== null).join('　')}`}
        </p>
        {!isOpen && <p className="text-small">{said}</p>}
        <p className="text-faint">
          {signers.length > 0
            ? t('statistics.signers', { names: signers.join(t('common.listJoin')) })
            : t('statistics.unsigned')}
        </p>
      </div>
      <Button size="small" onPress={() => go('check', { inspectionId, focus: rowFocus(itemId, placeId) })}>
        {t('statistics.see')}
      </Button>
    </li>
  );
}
