import { useState } from 'react';
import type { WithdrawalView } from '../../../electron/ports/withdrawal-models.ts';
import { Button } from '../../parts/button.tsx';
import { Camera } from '../../parts/capture/camera.tsx';
import { Thumbnail } from '../../parts/capture/thumbnail.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { givenFile } from '../../ports/files.ts';
import { useReach } from '../../ports/ports-context.tsx';
import { useDeed } from '../../ports/questions.ts';
import { clockTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

/** A photo of the screen that shows where people are. */
export function LocatingPhoto({ order }: { readonly order: WithdrawalView }) {
  const { t } = useWords();
  const { now } = useReach();
  const [taking, setTaking] = useState(false);
  const { withdrawalId, photos } = order;
  const put = useDeed((ports, photo: { mime: string; bytes: string; label: string }) =>
    ports.recorder.ask('withdrawal/photo', { withdrawalId, ...photo }),
  );
  const keep = async (files: readonly File[]) => {
    for (const file of files) {
      const { mime, bytes } = await givenFile(file);
      const done = await put.run({ mime, bytes, label: t('withdrawal.photoName', { time: clockTime(now()) }) });
      if (!done.ok) return false;
    }
    return true;
  };
  return (
    <>
      <Button icon="camera" wide onPress={() => setTaking(true)}>
        {t('withdrawal.photo')}
      </Button>
      {photos.length > 0 && (
        <div className="thumbnails">
          {photos.slice(-MOST).map(({ photoId, blob, label }) => (
            <Thumbnail
              key={photoId}
              blob={blob}
              label={t('capture.openPhoto', { name: label })}
              onOpen={() => setTaking(true)}
            />
          ))}
        </div>
      )}
      <FaultLine fault={put.fault} />
      {taking && <Camera onPhotos={keep} onClose={() => setTaking(false)} />}
    </>
  );
}

const MOST = 4;
