import type { InspectionSheet, SheetRow } from '../../../electron/ports/inspection-models.ts';
import { type SensorFigure, type SensorRow, sensorRow } from '../../../rules/gas/sensor-row.ts';
import { isCompany } from '../../../rules/packs/company.ts';
import { LimitButton } from '../../parts/limit-button.tsx';
import { UnknownTag } from '../../parts/tag.tsx';
import { useCompanyPacks } from '../../ports/use-company.ts';
import { useWords } from '../../words/words.ts';
import './sensor-table.css';

/** Beside the settings of a sensor what the table says of its place, figure by figure, and what the mine asks beyond it. */
export function SensorTable({ sheet, row }: { readonly sheet: InspectionSheet; readonly row: SheetRow }) {
  const { mine, date } = sheet.summary;
  const code = sheet.places.find(({ placeId }) => placeId === row.placeId)?.code;
  const packs = useCompanyPacks(mine, date);
  const law = code === undefined ? null : sensorRow(code, date);
  const own = code === undefined || packs === null ? null : sensorRow(code, date, packs);
  return law && <Entry law={law} own={own} />;
}

function Entry({ law, own }: { readonly law: SensorRow; readonly own: SensorRow | null }) {
  const { t, pick } = useWords();
  const { range } = law;
  return (
    <section className="sensor-table">
      <h2>{t('check.sensor.title')}</h2>
      <dl>
        {(['alarm', 'cut', 'repower'] as const).map((what) => (
          <div key={what}>
            <dt>{t(`check.sensor.${what}`)}</dt>
            <dd>
              <Setting sign={what === 'repower' ? '＜' : '≥'} law={law[what]} own={own?.[what] ?? null} />
            </dd>
          </div>
        ))}
        <div>
          <dt>
            {t('check.sensor.range')}
            {range.needsCheck && <UnknownTag words={t('marks.needsCheck')} />}
          </dt>
          <dd>{pick(range.words)}</dd>
        </div>
      </dl>
    </section>
  );
}

interface SettingProps {
  readonly sign: string;
  readonly law: SensorFigure | null;
  readonly own: SensorFigure | null;
}

/** One figure of the table with its document; the mine's own beside it, never in its place. */
function Setting({ sign, law, own }: SettingProps) {
  const { t } = useWords();
  if (law === null) return t('common.none');
  const words = ({ value_pct }: SensorFigure) => `${sign}${value_pct}\u00a0%`;
  return (
    <>
      <LimitButton limit={words(law)} citations={[law.citation]} />
      {own && isCompany(own.citation) && (
        <span className="text-small">
          {t('company.mark')} <LimitButton limit={words(own)} citations={[own.citation]} />
        </span>
      )}
    </>
  );
}
