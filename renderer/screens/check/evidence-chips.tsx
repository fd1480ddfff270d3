import { useState } from 'react';
import type { InspectionSheet, SheetRow } from '../../../electron/ports/inspection-models.ts';
import type { EvidenceKind } from '../../../rules/checklist/item.ts';
import { Icon, type IconName } from '../../marks/icon.tsx';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Camera } from '../../parts/capture/camera.tsx';
import { Thumbnail } from '../../parts/capture/thumbnail.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { useKeys } from '../../shell/use-keys.ts';
import { clockTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { EvidenceDrawer } from './evidence-drawer.tsx';
import { EvidenceForm } from './evidence-form.tsx';
import type { ItemView } from './item-view.ts';
import { type AddEvidence, useAddEvidence } from './use-add-evidence.ts';
import './evidence.css';

export const evidenceIcons = {
  photo: 'camera',
  document: 'document',
  number: 'keys',
  detector: 'gauge',
  signature: 'person',
  interview: 'microphone',
} as const satisfies Record<EvidenceKind, IconName>;

/** What is always possible, whatever the row asks. */
const optional: readonly EvidenceKind[] = ['photo', 'document', 'detector', 'interview'];

export interface EvidenceChipsProps {
  readonly sheet: InspectionSheet;
  readonly row: SheetRow;
  readonly view: ItemView;
  readonly disabled: boolean;
}

/** Filled: present. Dashed: wanted and missing. Outline: may be added. None of them blocks an answer. */
export function EvidenceChips({ sheet, row, view, disabled }: EvidenceChipsProps) {
  const { t } = useWords();
  const { now } = useReach();
  const [open, setOpen] = useState(false);
  const [form, setForm] = useState<EvidenceKind | null>(null);
  const add = useAddEvidence(sheet.summary.inspectionId, row);
  const asked = [...new Set(view.item.evidence.flat())];
  const kinds = [...asked, ...optional.filter((kind) => !asked.includes(kind))];
  const press = (kind: EvidenceKind) => {
    if (disabled) return setOpen(true);
    if (kind === 'detector') return add.readings();
    // a number the row itself asks for is typed into its own field
    if (kind === 'number' && view.fields.length > 0)
      return document.querySelector<HTMLInputElement>('.fact-column input')?.focus();
    setForm(form === kind ? null : kind);
  };
  const keepPhotos = (files: readonly File[]) =>
    add.files('photo', files, t('check.evidence.photoName', { time: clockTime(now()) }));
  useKeys([
    { key: 'p', words: t('check.keys.photo'), run: () => press('photo') },
    { key: 'v', words: t('check.keys.interview'), run: () => press('interview') },
    { key: 'd', words: t('check.keys.document'), run: () => press('document') },
    { key: 'l', words: t('check.keys.readings'), run: () => press('detector') },
  ]);
  const lacks = view.missing.map((kind) => t(`check.evidence.kinds.${kind}`)).join(t('common.listJoin'));
  const summary = [
    t('check.evidence.title'),
    t('check.evidence.have', { n: row.evidence.length }),
    ...(lacks === '' ? [] : [t('check.evidence.lacks', { list: lacks })]),
  ];
  return (
    <section className="evidence">
      <p className="text-small">{summary.join('\u3000')}</p>
      <div className="evidence-chips">
        {kinds.map((kind) => {
          const present = row.evidence.filter((one) => one.kind === kind);
          if (present.length > 0)
            return (
              <Chip
                key={kind}
                kind={kind}
                state="present"
                words={presentWords(t, kind, present)}
                onPress={() => setOpen(true)}
              />
            );
          const wanted = view.missing.includes(kind);
          if (kind === 'number' && !wanted) return null;
          return (
            <Chip
              key={kind}
              kind={kind}
              state={wanted ? 'wanted' : 'optional'}
              words={t('check.evidence.add', { kind: t(`check.evidence.kinds.${kind}`) })}
              onPress={() => press(kind)}
            />
          );
        })}
      </div>
      <Photos row={row} onOpen={() => setOpen(true)} />
      <FaultLine fault={add.fault} />
      <Unsaved add={add} />
      {add.words !== null && <p className="text-small">{add.words}</p>}
      {form === 'photo' && <Camera onPhotos={keepPhotos} onClose={() => setForm(null)} />}
      {form !== null && form !== 'photo' && (
        <EvidenceForm key={form} kind={form} add={add} onDone={() => setForm(null)} />
      )}
      <EvidenceDrawer
        open={open}
        row={row}
        inspectionId={sheet.summary.inspectionId}
        disabled={disabled}
        add={add}
        onClose={() => setOpen(false)}
      />
    </section>
  );
}

/** The newest photos of the row, small; the rest is in the drawer. */
function Photos({ row, onOpen }: { readonly row: SheetRow; readonly onOpen: () => void }) {
  const { t } = useWords();
  const photos = row.evidence.flatMap(({ blob, mime, label, evidenceId }) =>
    blob !== null && mime?.startsWith('image/') ? [{ blob, label, evidenceId }] : [],
  );
  if (photos.length === 0) return null;
  return (
    <div className="thumbnails">
      {photos.slice(-MOST_THUMBNAILS).map(({ blob, label, evidenceId }) => (
        <Thumbnail key={evidenceId} blob={blob} label={t('capture.openPhoto', { name: label })} onOpen={onOpen} />
      ))}
    </div>
  );
}

const MOST_THUMBNAILS = 6;

/** A photo or voice note that is not in the record yet: it stays here until it is. */
function Unsaved({ add }: { readonly add: AddEvidence }) {
  const { t } = useWords();
  if (!add.again) return null;
  return (
    <p className="cell-mark" role="alert">
      <Mark kind="alarm2" size={20} /> {t('capture.notSaved')}
      <Button size="small" busy={add.busy} onPress={add.again}>
        {t('capture.saveAgain')}
      </Button>
    </p>
  );
}

type T = ReturnType<typeof useWords>['t'];

function presentWords(t: T, kind: EvidenceKind, present: SheetRow['evidence']): string {
  const [first] = present;
  const word = t(`check.evidence.kinds.${kind}`);
  if (kind === 'detector' && present.length === 1 && first?.label)
    return first.label.split(t('common.listJoin'))[0] ?? word;
  return t('check.evidence.count', { kind: word, n: present.length });
}

interface ChipProps {
  readonly kind: EvidenceKind;
  readonly state: 'present' | 'wanted' | 'optional';
  readonly words: string;
  readonly onPress: () => void;
}

const Chip = ({ kind, state, words, onPress }: ChipProps) => (
  <button type="button" className="evidence-chip" data-state={state} onClick={onPress}>
    <Icon name={evidenceIcons[kind]} size={20} />
    {words}
  </button>
);
