import type { InspectionSheet, SheetRow } from '../../../../electron/ports/inspection-models.ts';
import type { PlaceId } from '../../../../vocabulary/ids.ts';
import { Button } from '../../../parts/button.tsx';
import { FaultLine } from '../../../parts/fault-line.tsx';
import { useDeed } from '../../../ports/questions.ts';
import { useWords } from '../../../words/words.ts';

/** The row is of another place than the one a person is noted at: one press notes that they are there now. */
export function ArriveLine({ sheet, row }: { readonly sheet: InspectionSheet; readonly row: SheetRow }) {
  const { t } = useWords();
  const { inspectionId } = sheet.summary;
  const enter = useDeed((ports, placeId: PlaceId) => ports.recorder.ask('place/enter', { inspectionId, placeId }));
  const there = sheet.places.find(({ placeId }) => placeId === row.placeId);
  const here = sheet.places.find(({ placeId }) => placeId === sheet.currentPlace);
  if (!there || there.placeId === here?.placeId) return null;
  return (
    <div className="arrive-line">
      {here && <p>{t('site.elsewhere', { here: here.name, there: there.name })}</p>}
      <Button size="small" busy={enter.busy} onPress={() => void enter.run(there.placeId)}>
        {t('site.arrived', { name: there.name })}
      </Button>
      <FaultLine fault={enter.fault} />
    </div>
  );
}
