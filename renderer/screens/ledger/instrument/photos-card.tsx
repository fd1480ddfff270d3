import type { InstrumentPage } from '../../../../electron/ports/instrument-models.ts';
import type { BlobId, InstrumentId } from '../../../../vocabulary/ids.ts';
import { BlobPicture } from '../../../parts/blob-picture.tsx';
import { Button } from '../../../parts/button.tsx';
import { Card } from '../../../parts/card.tsx';
import { FaultLine } from '../../../parts/fault-line.tsx';
import { FileButton } from '../../../parts/file-button.tsx';
import { givenFile, MOST_BYTES } from '../../../ports/files.ts';
import { useDeed } from '../../../ports/questions.ts';
import { hashStart } from '../../../words/format.ts';
import { useWords } from '../../../words/words.ts';

type Change = { readonly add: File | null; readonly remove: BlobId | null };

/** Pictures of the instrument and its label, each under its hash. */
export function PhotosCard({
  instrumentId,
  page,
}: {
  readonly instrumentId: InstrumentId;
  readonly page: InstrumentPage;
}) {
  const { t } = useWords();
  const put = useDeed(async (ports, { add, remove }: Change) =>
    ports.recorder.ask('instrument/photo', { instrumentId, add: add ? await givenFile(add) : null, remove }),
  );
  const addAll = async (files: readonly File[]) => {
    for (const add of files.filter(({ size }) => size <= MOST_BYTES)) await put.run({ add, remove: null });
  };
  return (
    <Card
      title={t('register.photos.title')}
      aside={
        <FileButton
          icon="camera"
          accept="image/*"
          multiple
          busy={put.busy}
          inputLabel={t('register.photos.add')}
          onFiles={(files) => void addAll(files)}
        >
          {t('register.photos.add')}
        </FileButton>
      }
    >
      <FaultLine fault={put.fault} />
      {page.photos.length === 0 && <p className="text-small">{t('register.photos.none')}</p>}
      <ul className="register-photos">
        {page.photos.map(({ blob }) => (
          <li key={blob}>
            <BlobPicture blob={blob} label={t('register.photos.title')} />
            <span className="text-faint mono-id">{hashStart(blob)}</span>
            <Button size="small" busy={put.busy} onPress={() => void put.run({ add: null, remove: blob })}>
              {t('common.takeAway')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
