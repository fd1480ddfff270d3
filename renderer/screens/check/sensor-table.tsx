import { useState } from 'react';
import type { InspectionSheet, SheetRow } from '../../../electron/ports/inspection-models.ts';
import { type SensorRow, sensorRow } from '../../../rules/gas/sensor-row.ts';
import { Button } from '../../parts/button.tsx';
import { CitationDrawer } from '../../parts/citation-card.tsx';
import { UnknownTag } from '../../parts/tag.tsx';
import { useWords } from '../../words/words.ts';
import './sensor-table.css';

/** Beside the settings of a sensor what the table says of its place, figure by figure. */
export function SensorTable({ sheet, row }: { readonly sheet: InspectionSheet; readonly row: SheetRow }) {
  const code = sheet.places.find(({ placeId }) => placeId === row.placeId)?.code;
  const entry = code === undefined ? null : sensorRow(code, sheet.summary.date);
  return entry && <Entry entry={entry} />;
}

function Entry({ entry }: { readonly entry: SensorRow }) {
  const { t, pick } = useWords();
  const [basis, setBasis] = useState(false);
  const { alarm_pct, cut_pct, repower_pct, range, citation } = entry;
  const figure = (value: string | null, sign: string) => (value === null ? t('common.none') : `${sign}${value}\u00a0%`);
  const rows = [
    [t('check.sensor.alarm'), figure(alarm_pct, '≥')],
    [t('check.sensor.cut'), figure(cut_pct, '≥')],
    [t('check.sensor.repower'), figure(repower_pct, '＜')],
  ] as const;
  return (
    <section className="sensor-table">
      <header>
        <h2>{t('check.sensor.title')}</h2>
        <Button kind="quiet" size="small" onPress={() => setBasis(true)}>
          {t('check.sensor.basis')}
        </Button>
      </header>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
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
      <CitationDrawer open={basis} citations={[citation]} onClose={() => setBasis(false)} />
    </section>
  );
}
