import type { MineCheckRow } from '../../../../../electron/ports/prevention-models.ts';
import type { IsoDate } from '../../../../../vocabulary/time.ts';
import { Mark } from '../../../../marks/mark.tsx';
import { isoDay } from '../../../../words/format.ts';
import { useWords } from '../../../../words/words.ts';
import { overdueIn } from './prevention-model.ts';
import { TakeBackEntry } from './take-back-entry.tsx';

/** More than anybody reads down to; all of them are counted. */
const MOST = 100;

/** The checks on paper, the newest first, with the hidden dangers each of them found. */
export function CheckList({ checks, today }: { readonly checks: readonly MineCheckRow[]; readonly today: IsoDate }) {
  const { t } = useWords();
  if (checks.length === 0) return <p className="card-row text-small">{t('prevention.noChecks')}</p>;
  return (
    <ul>
      {checks.slice(0, MOST).map((check) => (
        <Check key={check.entryId} check={check} today={today} />
      ))}
      {checks.length > MOST && (
        <li className="card-row text-small">{t('prevention.older', { n: checks.length - MOST })}</li>
      )}
    </ul>
  );
}

function Check({ check, today }: { readonly check: MineCheckRow; readonly today: IsoDate }) {
  const { t } = useWords();
  const overdue = overdueIn(check, today);
  const { level, checkedOn, unit, checkers, area, source, hazards, author, savedAt, disputed, entryId } = check;
  const facts = [unit, area, checkers, source].filter((one) => one !== '').join('　');
  return (
    <li className="card-row">
      <Mark kind={disputed ? 'conflict' : overdue > 0 ? 'fail' : 'saved'} size={20} />
      <div className="card-row-words">
        <p>
          <strong>{checkedOn}</strong>　{t(`prevention.levels.${level}`)}　{facts}
        </p>
        {hazards.map((hazard) => (
          <p key={hazard.content + hazard.place} className="text-small">
            {t('prevention.hazardLine', {
              level: t(`prevention.hazardLevels.${hazard.level}`),
              content: hazard.content,
              place: hazard.place,
            })}
            {'　'}
            {hazard.closedOn !== null && t('prevention.closed', { day: hazard.closedOn })}
            {hazard.closedOn === null && t('prevention.open', { day: hazard.deadline ?? t('prevention.noDeadline') })}
          </p>
        ))}
        {overdue > 0 && <p className="text-small">{t('prevention.overdue', { n: overdue })}</p>}
        <p className="text-faint">
          {t('areas.recorded', { author, day: isoDay(savedAt) })}
          {disputed && `　${t('areas.disputed')}`}
        </p>
      </div>
      <TakeBackEntry entryId={entryId} kind="check" />
    </li>
  );
}
