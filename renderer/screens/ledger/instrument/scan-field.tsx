import { FileButton } from '../../../parts/file-button.tsx';
import { usePaste } from '../../../parts/use-paste.ts';
import { MOST_BYTES } from '../../../ports/files.ts';
import { byteSize } from '../../../words/format.ts';
import { useWords } from '../../../words/words.ts';

export interface ScanFieldProps {
  readonly file: File | null;
  readonly onFile: (file: File) => void;
  /** There is one already, which stays if no other is given. */
  readonly kept?: boolean;
}

export const tooBig = (file: File | null): boolean => file !== null && file.size > MOST_BYTES;

/** A photo or scan of the paper: taken, chosen or pasted. */
export function ScanField({ file, onFile, kept = false }: ScanFieldProps) {
  const { t } = useWords();
  usePaste(true, onFile);
  const hint = tooBig(file)
    ? t('check.evidence.tooBig', { size: byteSize(file?.size ?? 0), most: byteSize(MOST_BYTES) })
    : t(kept ? 'register.scan.kept' : 'register.scan.hint');
  return (
    <div className="scan-field">
      <FileButton
        icon="camera"
        accept="image/*,application/pdf"
        inputLabel={t('register.scan.add')}
        onFiles={([first]) => first && onFile(first)}
      >
        {file ? t('check.evidence.fileChosen', { name: file.name }) : t('register.scan.add')}
      </FileButton>
      <span className="text-small">{hint}</span>
    </div>
  );
}
