import { useState } from 'react';
import { Mark } from '../../marks/mark.tsx';
import { MOST_BYTES } from '../../ports/files.ts';
import { useKeys } from '../../shell/use-keys.ts';
import { byteSize } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { Button } from '../button.tsx';
import { FileButton } from '../file-button.tsx';
import { useCamera } from './use-camera.ts';
import './capture.css';

export interface CameraProps {
  /** True once the record has it. */
  readonly onPhotos: (files: readonly File[]) => Promise<boolean>;
  readonly onClose: () => void;
}

const ENDINGS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

const fileOf = (picture: Blob): File =>
  new File([picture], `photo.${ENDINGS[picture.type] ?? 'jpg'}`, { type: picture.type });

/** Takes photos, or chooses them from files where there is no camera; each says how many the record has. */
export function Camera({ onPhotos, onClose }: CameraProps) {
  const { t } = useWords();
  const { finder, state, shoot } = useCamera();
  const [busy, setBusy] = useState(false);
  const [kept, setKept] = useState(0);
  const [refused, setRefused] = useState<string | null>(null);
  const give = async (files: readonly File[]) => {
    const large = files.find(({ size }) => size > MOST_BYTES);
    setRefused(large ? t('check.evidence.tooBig', { size: byteSize(large.size), most: byteSize(MOST_BYTES) }) : null);
    if (large) return;
    setBusy(true);
    const done = await onPhotos(files);
    setBusy(false);
    if (done) setKept((count) => count + files.length);
  };
  const take = async () => {
    if (busy || state !== 'live') return;
    setBusy(true);
    const picture = await shoot();
    if (picture) await give([fileOf(picture)]);
    setBusy(false);
  };
  useKeys([
    { key: 'p', words: t('capture.shoot'), run: () => void take() },
    { key: 'Escape', words: t('common.close'), run: onClose },
  ]);
  return (
    <section className="capture" data-state={state} aria-label={t('capture.camera')}>
      <div className="capture-finder">
        <video ref={finder} autoPlay playsInline muted data-live={state === 'live' ? '' : undefined} />
        {state === 'opening' && <p role="status">{t('capture.opening')}</p>}
        {state === 'denied' && (
          <p role="alert" className="capture-denied">
            <Mark kind="alarm3" size={22} /> {t('capture.denied')}
          </p>
        )}
      </div>
      <div className="capture-buttons">
        <Button onPress={onClose}>{t('common.close')}</Button>
        <FileButton
          icon="folder"
          accept="image/*"
          multiple
          inputLabel={t('capture.fromFile')}
          busy={busy}
          onFiles={(files) => void give(files)}
        >
          {t('capture.fromFile')}
        </FileButton>
        <span className="capture-kept" role="status">
          {busy ? t('capture.saving') : (refused ?? (kept > 0 ? t('capture.kept', { n: kept }) : ''))}
        </span>
        {state !== 'denied' && (
          <Button
            size="big"
            icon="camera"
            keyName="P"
            disabled={state !== 'live'}
            busy={busy}
            onPress={() => void take()}
          >
            {t('capture.shoot')}
          </Button>
        )}
      </div>
    </section>
  );
}
