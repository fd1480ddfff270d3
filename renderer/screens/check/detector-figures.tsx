import type { InspectionSheet, SheetRow } from '../../../electron/ports/inspection-models.ts';
import { factOfReading, type MeasuredFact, measuredFact } from '../../../rules/live/fact-reading.ts';
import type { Reading } from '../../../vocabulary/reading.ts';
import { isoDate } from '../../../vocabulary/time.ts';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { GradeMark } from '../../parts/grade-mark.tsx';
import { sayReading } from '../../parts/reading-text.ts';
import { isStale, type LiveState } from '../../ports/live-model.ts';
import { useLive, useNow } from '../../ports/ports-context.tsx';
import { useDeed, useInstruments } from '../../ports/questions.ts';
import { useGradings } from '../../ports/use-gradings.ts';
import { isoDay } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import type { Typed } from './fact-entry.ts';
import type { ItemView } from './item-view.ts';
import { useAddEvidence } from './use-add-evidence.ts';
import './detector-figures.css';

export interface DetectorFiguresProps {
  readonly sheet: InspectionSheet;
  readonly row: SheetRow;
  readonly view: ItemView;
  readonly fieldKey: string;
  readonly onTake: (key: string, value: Typed) => void;
}

/** What a detector says now for the field in hand: one touch puts the number in and keeps the reading as evidence. */
export function DetectorFigures({ sheet, row, view, fieldKey, onTake }: DetectorFiguresProps) {
  const { criterion } = view.item;
  const wanted = measuredFact(fieldKey, criterion.kind === 'rule' ? criterion.preset : {});
  if (wanted === null || sheet.summary.signedAt !== null) return null;
  const elsewhere = row.placeId !== null && sheet.currentPlace !== row.placeId;
  return elsewhere ? (
    <StandHere sheet={sheet} row={row} />
  ) : (
    <Figures sheet={sheet} row={row} wanted={wanted} onTake={(value) => onTake(fieldKey, value)} />
  );
}

/** The fresh readings of one gas, in the order the instruments first spoke. */
const readingsOf = (live: LiveState, wanted: MeasuredFact, now: number): Reading[] =>
  [...live.channels.values()]
    .filter((channel) => channel.latest.reading.gas === wanted.gas && !isStale(live, channel, now))
    .map((channel) => channel.latest.reading);

interface FiguresProps {
  readonly sheet: InspectionSheet;
  readonly row: SheetRow;
  readonly wanted: MeasuredFact;
  readonly onTake: (value: Typed) => void;
}

function Figures({ sheet, row, wanted, onTake }: FiguresProps) {
  const { t } = useWords();
  const live = useLive();
  const now = useNow();
  const add = useAddEvidence(sheet.summary.inspectionId, row);
  const gradeOn = useGradings();
  const instruments = useInstruments().value ?? [];
  const readings = readingsOf(live, wanted, now);
  if (readings.length === 0)
    return <p className="text-small detector-none">{t('check.figures.none', { gas: t(`gases.${wanted.gas}`) })}</p>;
  const today = isoDate.parse(isoDay(now));
  return (
    <div className="detector-figures">
      {readings.map((reading) => {
        const value = factOfReading(reading, wanted);
        const known = instruments.find(({ instrumentId }) => instrumentId === reading.instrument);
        const grading = gradeOn(reading.instrument, reading.gas, today);
        const take = () => {
          if (typeof value !== 'string' && !isQuality(value)) return;
          onTake(value);
          add.keep([reading]);
        };
        return (
          <div key={`${reading.instrument} ${reading.channel}`}>
            <Button icon="gauge" size="small" busy={add.busy} disabled={value === null} onPress={take}>
              {t('check.figures.take', { reading: sayReading(t, reading) })}
            </Button>
            <span className="text-small">
              {known?.serialNumber || known?.model}
              {value === null && t('check.figures.unit')}
            </span>
            {grading && <GradeMark reasons={grading.reasons} />}
          </div>
        );
      })}
      <FaultLine fault={add.fault} />
    </div>
  );
}

const isQuality = (value: unknown): value is { readonly quality: string } =>
  typeof value === 'object' && value !== null && 'quality' in value;

/** A number read elsewhere would be judged by the wrong place: first one says that one stands here. */
function StandHere({ sheet, row }: { readonly sheet: InspectionSheet; readonly row: SheetRow }) {
  const { t } = useWords();
  const { inspectionId } = sheet.summary;
  const enter = useDeed((ports, placeId: NonNullable<SheetRow['placeId']>) =>
    ports.recorder.ask('place/enter', { inspectionId, placeId }),
  );
  const nameOf = (id: string | null) => sheet.places.find(({ placeId }) => placeId === id)?.name;
  const here = nameOf(sheet.currentPlace);
  const there = nameOf(row.placeId) ?? '';
  return (
    <div className="detector-figures">
      <p className="text-small">{here ? t('check.figures.elsewhere', { here }) : t('check.figures.nowhere')}</p>
      <Button size="small" busy={enter.busy} onPress={() => row.placeId && void enter.run(row.placeId)}>
        {t('check.figures.enter', { place: there })}
      </Button>
      <FaultLine fault={enter.fault} />
    </div>
  );
}
