import { useState } from 'react';
import type { ZoneRow } from '../../../../../electron/ports/zone-models.ts';
import { type WaterZone, waterZone, zoneType } from '../../../../../vocabulary/zone.ts';
import { Button } from '../../../../parts/button.tsx';
import { Card } from '../../../../parts/card.tsx';
import { Choice } from '../../../../parts/choice.tsx';
import { DayField } from '../../../../parts/day-field.tsx';
import { FaultLine } from '../../../../parts/fault-line.tsx';
import { decimalOf } from '../../../../parts/number-text.ts';
import { useDeed } from '../../../../ports/questions.ts';
import { useWords } from '../../../../words/words.ts';
import { TextField } from '../text-field.tsx';

const amounts = ['waterPressure_MPa', 'aquicludeThickness_m', 'inrushCoefficient_MPaPerM'] as const;
const units = { waterPressure_MPa: 'MPa', aquicludeThickness_m: 'm', inrushCoefficient_MPaPerM: 'MPa/m' } as const;
const lines = ['seam', 'demonstrationNo', 'approver', 'evidence'] as const;
const days = ['approved_date', 'validUntil_date'] as const;
const needed = [
  ['name', 'zones.name'],
  ['zoneType', 'zones.type'],
  ['waterKind', 'zones.water'],
] as const;
const waters = ['floor', 'roof', 'goaf', 'surface'] as const;

type Text = Record<(typeof amounts)[number] | (typeof lines)[number] | (typeof days)[number] | 'name', string>;

const textOf = (zone: WaterZone | null): Text => ({
  name: zone?.name ?? '',
  seam: zone?.seam ?? '',
  demonstrationNo: zone?.demonstrationNo ?? '',
  approver: zone?.approver ?? '',
  evidence: zone?.evidence ?? '',
  waterPressure_MPa: zone?.waterPressure_MPa ?? '',
  aquicludeThickness_m: zone?.aquicludeThickness_m ?? '',
  inrushCoefficient_MPaPerM: zone?.inrushCoefficient_MPaPerM ?? '',
  approved_date: zone?.approved_date ?? '',
  validUntil_date: zone?.validUntil_date ?? '',
});

export interface ZoneFormProps {
  readonly mine: string;
  readonly zone: ZoneRow | null;
  readonly onDone: (areaId: string | null) => void;
}

/** A zone by the mine's approved design; which kind it is later only a change with its evidence moves. */
export function ZoneForm({ mine, zone, onDone }: ZoneFormProps) {
  const { t } = useWords();
  const [text, setText] = useState(textOf(zone?.zone ?? null));
  const [type, setType] = useState<WaterZone['zoneType'] | ''>(zone?.zone.zoneType ?? '');
  const [water, setWater] = useState<WaterZone['waterKind'] | ''>(zone?.zone.waterKind ?? '');
  const put = useDeed((ports, draft: WaterZone) =>
    ports.recorder.ask('zone/put', { areaId: zone?.areaId ?? null, zone: draft }),
  );
  const wrong = (key: (typeof amounts)[number]) => text[key] !== '' && (decimalOf(text[key]) ?? '-').startsWith('-');
  const read = waterZone.safeParse({
    ...text,
    mine,
    zoneType: type,
    waterKind: water,
    outline_dm: zone?.zone.outline_dm ?? null,
    ...Object.fromEntries(amounts.map((key) => [key, text[key] === '' ? null : decimalOf(text[key])])),
    ...Object.fromEntries(days.map((key) => [key, text[key] === '' ? null : text[key]])),
  });
  const draft = read.data;
  const ready = draft && !amounts.some(wrong);
  const missing = needed.filter(([key]) => read.error?.issues.some(({ path }) => path[0] === key));
  const set = (key: keyof Text) => (value: string) => setText({ ...text, [key]: value });
  return (
    <Card title={zone ? zone.zone.name : t('zones.add')} grow>
      <div className="mine-form">
        <TextField label={t('zones.name')} value={text.name} onChange={set('name')} />
        {(zone?.changes.length ?? 0) === 0 && (
          <Choice
            label={t('zones.type')}
            value={type}
            options={zoneType.options.map((value) => ({ value, words: t(`zones.types.${value}`) }))}
            onChoose={(chosen) => chosen !== '' && setType(chosen)}
          />
        )}
        <Choice
          label={t('zones.water')}
          value={water}
          options={waters.map((value) => ({ value, words: t(`zones.waters.${value}`) }))}
          onChoose={(chosen) => chosen !== '' && setWater(chosen)}
        />
        {amounts.map((key) => (
          <TextField
            key={key}
            numeric
            label={t(`zones.${key}`)}
            unit={units[key]}
            value={text[key]}
            wrong={wrong(key) ? t('parts.pad.bad') : null}
            onChange={set(key)}
          />
        ))}
        {lines.map((key) => (
          <TextField key={key} label={t(`zones.${key}`)} value={text[key]} onChange={set(key)} />
        ))}
        {days.map((key) => (
          <DayField key={key} label={t(`zones.${key}`)} value={text[key]} onChange={set(key)} />
        ))}
      </div>
      <FaultLine fault={put.fault} />
      <div className="mine-buttons">
        <span className="text-small mine-missing" id="zone-missing">
          {missing.length > 0 &&
            t('today.form.missing', { fields: missing.map(([, words]) => t(words)).join(t('common.listJoin')) })}
        </span>
        <Button onPress={() => onDone(null)}>{t('common.cancel')}</Button>
        <Button
          kind="primary"
          disabled={!ready}
          describedBy="zone-missing"
          busy={put.busy}
          onPress={() => draft && void put.run(draft).then((done) => done.ok && onDone(done.value.areaId))}
        >
          {t('zones.keep')}
        </Button>
      </div>
    </Card>
  );
}
