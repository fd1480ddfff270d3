import type { BlobId } from '../../vocabulary/ids.ts';
import { useQuestion } from '../ports/questions.ts';
import { useWords } from '../words/words.ts';
import './blob-picture.css';

/** A photo of the record by its hash; where its bytes are not here, that is said. */
export function BlobPicture({ blob, label }: { readonly blob: BlobId; readonly label: string }) {
  const { t } = useWords();
  const read = useQuestion(['inspection', 'blob', blob], (ports) => ports.recorder.ask('blob/read', { blob }));
  if (read.fault) return <p className="citation-unverified">{t('check.evidence.noPicture')}</p>;
  if (!read.value) return null;
  return <img className="blob-picture" alt={label} src={`data:${read.value.mime};base64,${read.value.bytes}`} />;
}
