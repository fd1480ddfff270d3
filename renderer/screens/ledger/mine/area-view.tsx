import type { AreaRow, HandoverRow } from '../../../../electron/ports/area-models.ts';
import { unitOfKey } from '../../../../rules/facts/units.ts';
import { type DrainageAreaType, drainageAreaType } from '../../../../vocabulary/area.ts';
import { Mark } from '../../../marks/mark.tsx';
import { Button } from '../../../parts/button.tsx';
import { Card } from '../../../parts/card.tsx';
import { UnknownTag } from '../../../parts/tag.tsx';
import { groupDigits, isoDay } from '../../../words/format.ts';
import { useWords } from '../../../words/words.ts';
import { areaFigures } from './area-draft.ts';
import { Papers } from './papers.tsx';
import { TakeBack } from './take-back.tsx';

export interface AreaViewProps {
  readonly area: AreaRow;
  readonly onCorrect: () => void;
  readonly onHandover: () => void;
}

/** One area: how far it has come, its figures with their source and day, its hand-overs. */
export function AreaView({ area, onCorrect, onHandover }: AreaViewProps) {
  const { t } = useWords();
  const { sheet, now, handovers } = area;
  return (
    <div className="mine-thing">
      <Card title={sheet.name} aside={sheet.seam}>
        <Way now={now} />
        {area.disputed && (
          <p className="cell-mark">
            <Mark kind="conflict" size={20} /> {t('areas.disputed')}
          </p>
        )}
        <Figures area={area} />
        <p className="text-small">
          {[
            sheet.source,
            sheet.figures_date ? t('areas.drainage.figuresOf', { day: sheet.figures_date }) : '',
            t('areas.recorded', { author: area.author, day: isoDay(area.savedAt) }),
          ]
            .filter((words) => words !== '')
            .join('\u3000')}
        </p>
        <Papers papers={sheet.papers} />
        <div className="mine-buttons">
          <Button onPress={onCorrect}>{t('areas.drainage.correct')}</Button>
          <TakeBack areaId={area.areaId} entry="drainageArea" name={sheet.name} named />
          {now !== 'production' && (
            <Button kind="primary" iconAfter="next" onPress={onHandover}>
              {t('areas.drainage.handover')}
            </Button>
          )}
        </div>
      </Card>
      <Card title={t('areas.drainage.history')}>
        {handovers.length === 0 && <p className="text-small">{t('areas.drainage.noHistory')}</p>}
        <ol className="mine-history">
          {handovers.map((one) => (
            <Handover key={one.handoverId} areaId={area.areaId} one={one} />
          ))}
        </ol>
      </Card>
    </div>
  );
}

/** 规划区 → 准备区 → 生产区, with where it is now. */
function Way({ now }: { readonly now: DrainageAreaType }) {
  const { t } = useWords();
  const at = drainageAreaType.options.indexOf(now);
  return (
    <ol className="mine-way">
      {drainageAreaType.options.map((type, index) => (
        <li key={type} aria-current={index === at ? 'step' : undefined}>
          <Mark kind={index < at ? 'pass' : index === at ? 'current' : 'unanswered'} size={20} />
          {t(`areas.types.${type}`)}
        </li>
      ))}
    </ol>
  );
}

function Figures({ area: { sheet } }: { readonly area: AreaRow }) {
  const { t } = useWords();
  const said = (text: string | null, unit: string | null) =>
    text === null || text === '' ? (
      <span className="text-faint">{t('areas.notGiven')}</span>
    ) : (
      `${grouped(text)}\u00a0${unit ?? ''}`.trimEnd()
    );
  return (
    <dl className="mine-facts">
      {areaFigures.map((key) => (
        <div key={key}>
          <dt>{t(`areas.drainage.fields.${key}`)}</dt>
          <dd>{said(sheet[key] === null ? null : String(sheet[key]), unitOfKey(key))}</dd>
        </div>
      ))}
      {(['plannedMiningStart_date', 'bounds', 'responsible'] as const).map((key) => (
        <div key={key}>
          <dt>{t(`areas.drainage.fields.${key}`)}</dt>
          <dd>{said(sheet[key], null)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Thousands apart in the whole part of an amount; a day and a name stay as they are. */
const grouped = (text: string): string => text.replace(/^\d{4,}(?=\.|$)/, (whole) => groupDigits(Number(whole)));

const handoverMarks = { met: 'pass', notMet: 'fail', notGiven: 'unknown' } as const;

function Handover({ areaId, one }: { readonly areaId: string; readonly one: HandoverRow }) {
  const { t } = useWords();
  const skipped = drainageAreaType.options.indexOf(one.to) - drainageAreaType.options.indexOf(one.from) !== 1;
  return (
    <li>
      <Mark kind={one.disputed ? 'conflict' : handoverMarks[one.index]} size={22} />
      <div>
        <p>
          <strong>{one.date}</strong>
          {'\u3000'}
          {t('areas.drainage.moved', { from: t(`areas.types.${one.from}`), to: t(`areas.types.${one.to}`) })}
        </p>
        <p className="text-small">
          {t(`areas.drainage.index.${one.index}`)}
          {'\u3000'}
          {one.criterion === '' ? t('areas.drainage.noCriterion') : one.criterion}{' '}
          <UnknownTag words={t('marks.needsCheck')} />
        </p>
        {skipped && <p className="mine-remark">{t('areas.drainage.skipped')}</p>}
        <p className="text-small">
          {t('areas.drainage.people', {
            from: one.handedBy || t('areas.notGiven'),
            to: one.takenBy || t('areas.notGiven'),
          })}
          {one.note === '' ? '' : `\u3000${one.note}`}
        </p>
        <Papers papers={one.papers} />
      </div>
      <TakeBack areaId={areaId} entry={`handover:${one.handoverId}`} name={one.date} />
    </li>
  );
}
