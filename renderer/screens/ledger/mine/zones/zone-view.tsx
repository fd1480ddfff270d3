import type { WorkRow, ZoneRow } from '../../../../../electron/ports/zone-models.ts';
import { isTooMild, zoneFigures } from '../../../../../rules/sites/zone-figures.ts';
import { isoDate } from '../../../../../vocabulary/time.ts';
import { Mark } from '../../../../marks/mark.tsx';
import { Button } from '../../../../parts/button.tsx';
import { Card } from '../../../../parts/card.tsx';
import { UnknownTag } from '../../../../parts/tag.tsx';
import { useReach } from '../../../../ports/ports-context.tsx';
import { isoDay } from '../../../../words/format.ts';
import { useWords } from '../../../../words/words.ts';
import { useTakeBack } from './use-take-back.ts';

export interface ZoneViewProps {
  readonly zone: ZoneRow;
  readonly onCorrect: () => void;
  readonly onChange: () => void;
  readonly onDraw: () => void;
}

/** One zone: what it is now, the figures that decide it, the papers, and how it came to be what it is. */
export function ZoneView({ zone: row, onCorrect, onChange, onDraw }: ZoneViewProps) {
  const { t } = useWords();
  const today = isoDate.parse(isoDay(useReach().now()));
  const { zone, now, changes } = row;
  const takeBack = useTakeBack(row.areaId, 'waterZone');
  const { computed, best } = zoneFigures(zone, today);
  const given = (value: string | null, unit = '') =>
    value === null || value === '' ? t('common.none') : `${value} ${unit}`.trimEnd();
  const facts = [
    [t('zones.water'), t(`zones.waters.${zone.waterKind}`)],
    [t('zones.seam'), given(zone.seam)],
    [t('zones.waterPressure_MPa'), given(zone.waterPressure_MPa, 'MPa')],
    [t('zones.aquicludeThickness_m'), given(zone.aquicludeThickness_m, 'm')],
    [t('zones.coefficient'), computed === null ? t('zones.computedLacks') : t('zones.computed', { value: computed })],
    [t('zones.inrushCoefficient_MPaPerM'), given(zone.inrushCoefficient_MPaPerM, 'MPa/m')],
    [t('zones.demonstrationNo'), given(zone.demonstrationNo)],
    [t('zones.approver'), given(zone.approver)],
    [t('zones.approved_date'), given(zone.approved_date)],
    [t('zones.validUntil_date'), given(zone.validUntil_date)],
    [t('zones.evidence'), given(zone.evidence)],
  ] as const;
  return (
    <>
      <Card title={zone.name} aside={t(`zones.types.${now}`)}>
        {row.disputed && <p className="check-conflict">{t('zones.disputed')}</p>}
        {best && (
          <p className="cell-mark">
            {isTooMild(now, best) && <Mark kind="fail" size={20} />}
            {t('zones.shouldBe', { type: t(`zones.types.${best}`) })}
            {isTooMild(now, best) && `　${t('zones.differs')}`}
            <UnknownTag words={t('marks.needsCheck')} />
          </p>
        )}
        <dl className="mine-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <div className="mine-buttons">
          <Button onPress={onDraw}>{t(zone.outline_dm ? 'zones.redraw' : 'zones.draw')}</Button>
          <Button onPress={onCorrect}>{t('zones.correct')}</Button>
          <Button onPress={onChange}>{t('zones.change')}</Button>
          <Button kind="quiet" busy={takeBack.busy} onPress={takeBack.run}>
            {t('zones.remove')}
          </Button>
        </div>
        <p className="text-faint">{t('zones.recorded', { author: row.author, day: isoDay(row.savedAt) })}</p>
      </Card>
      <Card title={t('zones.changes')}>
        {changes.length === 0 && <p className="text-faint">{t('zones.changesNone')}</p>}
        <ul className="zone-changes">
          {changes.toReversed().map((change) => (
            <li key={change.changeId}>
              <strong>
                {change.date}　
                {t('zones.changeLine', { from: t(`zones.types.${change.from}`), to: t(`zones.types.${change.to}`) })}
              </strong>
              <p>{[change.reason, change.evidence, change.approver].filter((words) => words !== '').join('　')}</p>
              <p className="text-faint">
                {t('zones.recorded', { author: change.author, day: isoDay(change.savedAt) })}
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

/** A face or a heading on the map, with the zones it lies in. */
export function WorkView({
  work,
  zones,
  onDraw,
}: {
  readonly work: WorkRow;
  readonly zones: readonly ZoneRow[];
  readonly onDraw: () => void;
}) {
  const { t } = useWords();
  const takeBack = useTakeBack(work.areaId, 'zoneWork');
  const inside = zones.filter(({ areaId }) => work.inside.includes(areaId));
  return (
    <Card title={work.work.name}>
      <p>
        {inside.length === 0
          ? t('zones.insideNone')
          : t('zones.inside', {
              list: inside.map(({ zone, now }) => `${zone.name} ${t(`zones.types.${now}`)}`).join(t('common.listJoin')),
            })}
      </p>
      <div className="mine-buttons">
        <Button onPress={onDraw}>{t('zones.redraw')}</Button>
        <Button kind="quiet" busy={takeBack.busy} onPress={takeBack.run}>
          {t('zones.remove')}
        </Button>
      </div>
    </Card>
  );
}
