import { useState } from 'react';
import type { InspectionSheet, SheetRow } from '../../../../electron/ports/inspection-models.ts';
import { siteForms } from '../../../../rules/sites/forms.ts';
import type { Place } from '../../../../vocabulary/place.ts';
import type { SiteKind } from '../../../../vocabulary/site.ts';
import { Mark } from '../../../marks/mark.tsx';
import { Button } from '../../../parts/button.tsx';
import { FaultLine } from '../../../parts/fault-line.tsx';
import { useKeys } from '../../../shell/use-keys.ts';
import { clockSeconds } from '../../../words/format.ts';
import { useWords } from '../../../words/words.ts';
import { DistrictSumps } from './district-sumps.tsx';
import { FedRows } from './fed-rows.tsx';
import { ParentChoice } from './parent-choice.tsx';
import { PartTable } from './part-table.tsx';
import { ProbeView } from './probe-view.tsx';
import { RoomView } from './room-view.tsx';
import { SiteFields } from './site-fields.tsx';
import { firstNumber, SitePad, type Target } from './site-pad.tsx';
import { useSite } from './use-site.ts';
import './site.css';

export interface SiteScreenProps {
  readonly sheet: InspectionSheet;
  readonly place: Place;
  readonly kind: SiteKind;
  readonly onBack: () => void;
  readonly onRow: (row: SheetRow) => void;
  readonly onPlace: (place: Place) => void;
}

/** What is entered once of a place: the fields, what they come to, and the rows that take them. */
export function SiteScreen({ sheet, place, kind, onBack, onRow, onPlace }: SiteScreenProps) {
  const { t } = useWords();
  const editor = useSite(sheet, place.placeId, kind);
  const [target, setTarget] = useState<Target | null>(() => firstNumber(kind));
  const signed = sheet.summary.signedAt !== null;
  const back = () => {
    editor.keep();
    onBack();
  };
  useKeys([{ key: 'Escape', words: t('site.back'), run: back }]);
  const choose = (next: Target) => {
    editor.keep();
    setTarget(next);
  };
  return (
    <div className="site-screen" data-signed={signed ? '' : undefined}>
      <div className="page-head">
        <Button icon="back" onPress={back}>
          {t('site.back')}
        </Button>
        <div className="page-title">
          <h1>{place.name}</h1>
          <p className="text-faint">{t(`site.kinds.${kind}`)}</p>
        </div>
        <p className="step-saved" role="status">
          {editor.savedAt !== null && !editor.fault && (
            <>
              <Mark kind="saved" size={18} /> {t('check.savedAt', { time: clockSeconds(editor.savedAt) })}
            </>
          )}
        </p>
      </div>
      <FaultLine fault={editor.fault} />
      {signed && (
        <p className="check-signed">
          <Mark kind="sealed" size={20} /> {t('check.signedLocked')}
        </p>
      )}
      <div className="site-columns">
        <fieldset className="site-form" disabled={signed}>
          {kind === 'probeSite' && <ParentChoice sheet={sheet} editor={editor} />}
          {siteForms[kind].parts.map((part) => (
            <PartTable key={part} kind={part} editor={editor} target={target} onChoose={choose} />
          ))}
          <SiteFields kind={kind} editor={editor} target={target} onChoose={choose} />
        </fieldset>
        <div className="site-result">
          {(kind === 'probeSite' || kind === 'heading') && (
            <ProbeView sheet={sheet} site={editor.site} onPlace={onPlace} />
          )}
          {kind === 'pumpRoom' && <RoomView site={editor.site} />}
          {kind === 'pumpRoom' && <DistrictSumps site={editor.site} date={sheet.summary.date} />}
          <FedRows sheet={sheet} site={editor.site} onRow={onRow} />
        </div>
        <SitePad editor={editor} kind={kind} target={target} disabled={signed} onTarget={choose} />
      </div>
    </div>
  );
}
