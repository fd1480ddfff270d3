import { useEffect, useMemo } from 'react';
import type { BlobId } from '../../vocabulary/ids.ts';
import { fromBase64 } from '../ports/files.ts';
import { useQuestion } from '../ports/questions.ts';
import { useWords } from '../words/words.ts';

/** A voice note of the record, to be heard again. */
export function BlobSound({ blob, label }: { readonly blob: BlobId; readonly label: string }) {
  const { t } = useWords();
  const read = useQuestion(['inspection', 'blob', blob], (ports) => ports.recorder.ask('blob/read', { blob }));
  const address = useMemo(
    () => read.value && URL.createObjectURL(new Blob([fromBase64(read.value.bytes)], { type: read.value.mime })),
    [read.value],
  );
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address]);
  if (read.fault) return <p className="citation-unverified">{t('capture.noSound')}</p>;
  // biome-ignore lint/a11y/useMediaCaption: what was said is written beside the note by whoever took it down
  return address ? <audio controls aria-label={label} src={address} /> : null;
}
