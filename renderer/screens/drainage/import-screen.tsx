import { useState } from 'react';
import type { ImportDraft } from '../../../electron/ports/assessment-models.ts';
import { fieldLabel, fieldUnit } from '../../../rules/assessment/fields.ts';
import { blankPoints, blankTable } from '../../../rules/assessment/table/blank-table.ts';
import type { ReadTable } from '../../../rules/assessment/table/read-table.ts';
import type { InspectionId } from '../../../vocabulary/ids.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { MOST_BYTES, saveAs, toBase64 } from '../../ports/files.ts';
import { useReach } from '../../ports/ports-context.tsx';
import { useDeed } from '../../ports/questions.ts';
import { useKeys } from '../../shell/use-keys.ts';
import { byteSize, isoDay } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { FoundUnits, Troubles } from './import-preview.tsx';
import { csvOf, readTableFile, workbookOf } from './read-file.ts';

export interface ImportScreenProps {
  readonly mine: string | null;
  readonly inspectionId: InspectionId | null;
  readonly onBack: () => void;
}

interface Chosen {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly table: ReadTable;
}

/** The mine's figures from its own table: what would come in, what is wrong and where, then in as one. */
export function ImportScreen({ mine, inspectionId, onBack }: ImportScreenProps) {
  const { t, pick, language } = useWords();
  const { now } = useReach();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const today = isoDay(now());
  const [year, quarter] = [Number(today.slice(0, 4)), Math.ceil(Number(today.slice(5, 7)) / 3)];
  const put = useDeed((ports, draft: ImportDraft) => ports.recorder.ask('assessment/import', draft));
  useKeys([{ key: 'Escape', words: t('drainage.back'), run: onBack }]);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setChosen(null);
    put.reset();
    if (file.size > MOST_BYTES)
      return setTrouble(
        t('drainage.importing.trouble.tooBig', { size: byteSize(file.size), most: byteSize(MOST_BYTES) }),
      );
    const read = await readTableFile(new Uint8Array(await file.arrayBuffer()), { mine, year, quarter });
    setTrouble(read.is === 'refused' ? t(`drainage.importing.trouble.${read.why}`) : null);
    if (read.is === 'table') setChosen({ name: file.name, mime: file.type, bytes: read.bytes, table: read.table });
  };
  const units = (chosen?.table.units ?? []).filter((unit) => countIn(unit) > 0);
  const figures = units.reduce((sum, unit) => sum + countIn(unit), 0);
  const putIn = () => {
    if (!chosen || put.busy || units.length === 0) return;
    const file = { name: chosen.name, mime: chosen.mime, bytes: toBase64(chosen.bytes) };
    const drafts = units.map(({ row: _, ...unit }) => ({
      ...unit,
      figures: [...unit.figures],
      points: [...unit.points],
    }));
    void put.run({ inspectionId, file, units: drafts });
  };
  const blank = { units: blankTable(language, year, quarter), points: blankPoints(language, year, quarter) };
  const saveWorkbook = async () => {
    const workbook = await workbookOf([
      { name: t('drainage.importing.sheet'), rows: blank.units, fixed: { rows: 2, columns: 4 } },
      { name: t('drainage.points.title'), rows: blank.points, fixed: { rows: 1, columns: 5 } },
    ]);
    saveAs(`${t('drainage.importing.file')}.xlsx`, [workbook]);
  };
  const saveText = (of: 'units' | 'points') => {
    const name = t(of === 'units' ? 'drainage.importing.file' : 'drainage.importing.pointsFile');
    saveAs(`${name}.csv`, [csvOf(blank[of])], 'text/csv');
  };
  return (
    <div className="page">
      <div className="page-head">
        <Button icon="back" onPress={onBack}>
          {t('drainage.back')}
        </Button>
        <h1>{t('drainage.importing.title')}</h1>
      </div>
      <Card>
        <p className="text-small">{t('drainage.importing.hint')}</p>
        <div className="drainage-import-row">
          <FileButton
            kind={chosen ? 'normal' : 'primary'}
            icon="folder"
            accept=".xlsx,.csv,.txt"
            inputLabel={t('drainage.importing.choose')}
            onFiles={([file]) => void take(file)}
          >
            {t('drainage.importing.choose')}
          </FileButton>
          <Button icon="document" onPress={() => void saveWorkbook()}>
            {t('drainage.importing.template')}
          </Button>
          <Button icon="document" onPress={() => saveText('units')}>
            {t('drainage.importing.templateCsv')}
          </Button>
          <Button icon="document" onPress={() => saveText('points')}>
            {t('drainage.importing.templatePoints')}
          </Button>
        </div>
        {trouble !== null && (
          <p className="cell-mark drainage-refused" role="alert">
            <Mark kind="refused" size={20} />
            {trouble}
          </p>
        )}
      </Card>
      {chosen && (
        <>
          <Card>
            <p role="status">
              {t('drainage.importing.found', {
                name: chosen.name,
                units: chosen.table.units.length,
                figures,
                troubles: chosen.table.troubles.length,
              })}
            </p>
            <ul className="text-small">
              {chosen.table.converted.map(({ field, unit }) => (
                <li key={field}>
                  {t('drainage.importing.converted', { label: pick(fieldLabel(field)), unit, own: fieldUnit(field) })}
                </li>
              ))}
              {chosen.table.ignored.length > 0 && (
                <li>{t('drainage.importing.ignored', { list: chosen.table.ignored.join(t('common.listJoin')) })}</li>
              )}
            </ul>
            <FaultLine fault={put.fault} />
            {put.value ? (
              <p className="cell-mark" role="status">
                <Mark kind="saved" size={20} />
                {put.value.figures === 0
                  ? t('drainage.importing.nothing')
                  : t('drainage.importing.done', { figures: put.value.figures, units: put.value.assessmentIds.length })}
              </p>
            ) : (
              <Button kind="primary" disabled={figures === 0} busy={put.busy} onPress={putIn}>
                {figures === 0 ? t('drainage.importing.noRows') : t('drainage.importing.put', { n: figures })}
              </Button>
            )}
          </Card>
          <Troubles troubles={chosen.table.troubles} />
          <FoundUnits units={chosen.table.units} />
        </>
      )}
    </div>
  );
}

/** How much of a unit would come in: a point is one. */
const countIn = ({ figures, points }: ReadTable['units'][number]): number => figures.length + points.length;
