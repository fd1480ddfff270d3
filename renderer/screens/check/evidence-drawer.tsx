import { Drawer } from 'antd';
import type { EvidenceRow, SheetRow } from '../../../electron/ports/inspection-models.ts';
import { isTakenApart, sayCameraTime } from '../../../vocabulary/camera-time.ts';
import { gradeOf } from '../../../vocabulary/evidence-grade.ts';
import type { InspectionId } from '../../../vocabulary/ids.ts';
import { Icon } from '../../marks/icon.tsx';
import { BlobPicture } from '../../parts/blob-picture.tsx';
import { BlobSound } from '../../parts/blob-sound.tsx';
import { Button } from '../../parts/button.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { GradeMark } from '../../parts/grade-mark.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { clockSeconds, clockTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { evidenceIcons } from './evidence-chips.tsx';
import { KeptReadings } from './kept-readings.tsx';
import type { AddEvidence } from './use-add-evidence.ts';

export interface EvidenceDrawerProps {
  readonly open: boolean;
  readonly row: SheetRow;
  readonly inspectionId: InspectionId;
  readonly disabled: boolean;
  readonly add: AddEvidence;
  readonly onClose: () => void;
}

/** Every piece of one row with its time; what was taken away stays in the record. */
export function EvidenceDrawer({ open, row, disabled, add, onClose }: EvidenceDrawerProps) {
  const { t } = useWords();
  const { now } = useReach();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={520}
      title={t('check.evidence.drawer')}
      closable={false}
      extra={<Button onPress={onClose}>{t('common.close')}</Button>}
    >
      {row.evidence.length === 0 && <p>{t('check.evidence.empty')}</p>}
      <ul className="evidence-list">
        {row.evidence.map((one) => (
          <Piece key={one.evidenceId} piece={one} disabled={disabled} add={add} />
        ))}
      </ul>
      {!disabled && (
        <FileButton
          icon="camera"
          accept="image/*"
          inputLabel={t('check.evidence.add', { kind: t('check.evidence.kinds.photo') })}
          busy={add.busy}
          onFiles={(files) => void add.files('photo', files, t('check.evidence.photoName', { time: clockTime(now()) }))}
        >
          {t('check.evidence.add', { kind: t('check.evidence.kinds.photo') })}
        </FileButton>
      )}
    </Drawer>
  );
}

function Piece({
  piece,
  disabled,
  add,
}: {
  readonly piece: EvidenceRow;
  readonly disabled: boolean;
  readonly add: AddEvidence;
}) {
  const { t } = useWords();
  const { reasons } = gradeOf(piece.grades.flatMap((one) => one.reasons));
  return (
    <li>
      <Icon name={evidenceIcons[piece.kind]} size={20} />
      <div>
        <p>
          <strong>{piece.label || t(`check.evidence.kinds.${piece.kind}`)}</strong>
        </p>
        {piece.text !== '' && <p>{piece.text}</p>}
        {piece.readings.length > 0 && <KeptReadings readings={piece.readings} />}
        {reasons.length > 0 && <GradeMark reasons={reasons} />}
        <p className="text-small">{t('check.savedAt', { time: clockSeconds(piece.savedAt) })}</p>
        {piece.taken !== null && isTakenApart(piece.taken, piece.savedAt) && (
          <p className="text-small">{t('check.evidence.taken', { time: sayCameraTime(piece.taken) })}</p>
        )}
        {piece.blob !== null && piece.mime?.startsWith('image/') && (
          <BlobPicture blob={piece.blob} label={piece.label} />
        )}
        {piece.blob !== null && piece.mime?.startsWith('audio/') && <BlobSound blob={piece.blob} label={piece.label} />}
      </div>
      {!disabled && (
        <Button size="small" busy={add.busy} onPress={() => add.remove(piece.evidenceId)}>
          {t('check.evidence.remove')}
        </Button>
      )}
    </li>
  );
}
