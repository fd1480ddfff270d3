import type { WithdrawalView } from '../../../electron/ports/withdrawal-models.ts';
import { FaultLine } from '../../parts/fault-line.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { givenFile } from '../../ports/files.ts';
import { useReach } from '../../ports/ports-context.tsx';
import { useDeed } from '../../ports/questions.ts';
import { clockTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

/** A photo of the screen that shows where people are. */
export function LocatingPhoto({ order }: { readonly order: WithdrawalView }) {
  const { t } = useWords();
  const { now } = useReach();
  const { withdrawalId } = order;
  const put = useDeed((ports, photo: { mime: string; bytes: string; label: string }) =>
    ports.recorder.ask('withdrawal/photo', { withdrawalId, ...photo }),
  );
  const keep = async (files: readonly File[]) => {
    for (const file of files) {
      const { mime, bytes } = await givenFile(file);
      await put.run({ mime, bytes, label: t('withdrawal.photoName', { time: clockTime(now()) }) });
    }
  };
  return (
    <>
      <FileButton
        icon="camera"
        wide
        accept="image/*"
        inputLabel={t('withdrawal.photo')}
        busy={put.busy}
        onFiles={(files) => void keep(files)}
      >
        {[
          t('withdrawal.photo'),
          ...(order.photos.length > 0 ? [t('withdrawal.photos', { n: order.photos.length })] : []),
        ].join('\u3000')}
      </FileButton>
      <FaultLine fault={put.fault} />
    </>
  );
}
