import { useState } from 'react';
import type { ZoneRow } from '../../../../../electron/ports/zone-models.ts';
import { isoDate } from '../../../../../vocabulary/time.ts';
import { type ZoneChange, zoneChange, zoneType } from '../../../../../vocabulary/zone.ts';
import { Card } from '../../../../parts/card.tsx';
import { Choice } from '../../../../parts/choice.tsx';
import { DayField } from '../../../../parts/day-field.tsx';
import { useReach } from '../../../../ports/ports-context.tsx';
import { useDeed } from '../../../../ports/questions.ts';
import { isoDay } from '../../../../words/format.ts';
import { useWords } from '../../../../words/words.ts';
import { FormFoot } from '../form-foot.tsx';
import { TextField } from '../text-field.tsx';

/** A zone becomes another kind of zone: from, to, why, what shows it, who approved it and when. */
export function ChangeForm({
  zone,
  onDone,
}: {
  readonly zone: ZoneRow;
  readonly onDone: (areaId: string | null) => void;
}) {
  const { t } = useWords();
  const today = isoDay(useReach().now());
  const options = zoneType.options
    .filter((type) => type !== zone.now)
    .map((value): { value: ZoneChange['to'] | ''; words: string } => ({ value, words: t(`zones.types.${value}`) }));
  const [to, setTo] = useState<ZoneChange['to'] | ''>('');
  const [date, setDate] = useState<string>(today);
  const [texts, setTexts] = useState({ reason: '', evidence: '', approver: '' });
  const put = useDeed((ports, change: ZoneChange) =>
    ports.recorder.ask('zone/change', { areaId: zone.areaId, change }),
  );
  const draft = zoneChange.safeParse({ from: zone.now, to, date, ...texts }).data;
  const future = date > today;
  return (
    <Card title={t('zones.change')} aside={`${zone.zone.name}　${t(`zones.types.${zone.now}`)}`} grow>
      <div className="mine-form">
        <Choice label={t('zones.changeTo')} value={to} options={options} onChoose={setTo} />
        <DayField label={t('zones.date')} wrong={future ? t('areas.future') : null} value={date} onChange={setDate} />
        {(['reason', 'evidence', 'approver'] as const).map((key) => (
          <TextField
            key={key}
            label={t(`zones.${key}`)}
            value={texts[key]}
            onChange={(text) => setTexts({ ...texts, [key]: text })}
          />
        ))}
      </div>
      <FormFoot
        saving={put}
        missing={[
          [t('zones.changeTo'), to === ''],
          [t('zones.date'), !isoDate.safeParse(date).success || future],
          [t('zones.reason'), texts.reason.trim() === ''],
        ]}
        disabled={!draft || future}
        words={t('zones.keepChange')}
        onCancel={() => onDone(null)}
        onKeep={() => draft && void put.run(draft).then((done) => done.ok && onDone(zone.areaId))}
      />
    </Card>
  );
}
