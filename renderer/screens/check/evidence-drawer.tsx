import { Drawer } from 'antd';
import type { EvidenceRow, SheetRow } from '../../../electron/ports/inspection-models.ts';
import type { BlobId, InspectionId } from '../../../vocabulary/ids.ts';
import { gasFormula } from '../../live/gas-formula.ts';
import { sayAmount } from '../../live/say-alarm.ts';
import { Icon } from '../../marks/icon.tsx';
import { Button } from '../../parts/button.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { useQuestion } from '../../ports/questions.ts';
import { clockSeconds, clockTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { evidenceIcons } from './evidence-chips.tsx';
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
          onFiles={(files) => add.files('photo', files, t('check.evidence.photoName', { time: clockTime(now()) }))}
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
  return (
    <li>
      <Icon name={evidenceIcons[piece.kind]} size={20} />
      <div>
        <p>
          <strong>{piece.label || t(`check.evidence.kinds.${piece.kind}`)}</strong>
        </p>
        {piece.text !== '' && <p>{piece.text}</p>}
        {piece.readings.length > 0 && (
          <p className="text-small">
            {piece.readings
              .map(
                ({ gas, value }) =>
                  `${gasFormula(gas)} ${value.quality === 'ok' ? sayAmount(value.amount, gas, value.unit) : t('marks.noData')}`,
              )
              .join(t('common.listJoin'))}
          </p>
        )}
        <p className="text-small">{t('check.savedAt', { time: clockSeconds(piece.savedAt) })}</p>
        {piece.blob !== null && piece.mime?.startsWith('image/') && <Picture blob={piece.blob} label={piece.label} />}
      </div>
      {!disabled && (
        <Button size="small" busy={add.busy} onPress={() => add.remove(piece.evidenceId)}>
          {t('check.evidence.remove')}
        </Button>
      )}
    </li>
  );
}

function Picture({ blob, label }: { readonly blob: BlobId; readonly label: string }) {
  const { t } = useWords();
  const read = useQuestion(['inspection', 'blob', blob], (ports) => ports.recorder.ask('blob/read', { blob }));
  if (read.fault) return <p className="citation-unverified">{t('check.evidence.noPicture')}</p>;
  if (!read.value) return null;
  return <img className="evidence-picture" alt={label} src={`data:${read.value.mime};base64,${read.value.bytes}`} />;
}
