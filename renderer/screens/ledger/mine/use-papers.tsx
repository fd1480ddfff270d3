import { type ReactNode, useState } from 'react';
import type { NewPaper } from '../../../../electron/ports/area-models.ts';
import type { DrainageArea } from '../../../../vocabulary/area.ts';
import { FileButton } from '../../../parts/file-button.tsx';
import { givenFile, MOST_BYTES } from '../../../ports/files.ts';
import { byteSize } from '../../../words/format.ts';
import { useWords } from '../../../words/words.ts';

type Papers = DrainageArea['papers'];

export interface GivenPapers {
  /** Those the entry has already. */
  readonly kept: Papers;
  /** The bytes of those chosen now. */
  readonly fresh: () => Promise<NewPaper[]>;
  readonly field: ReactNode;
}

/** Photos and scans given with an entry. */
export function usePapers(kept: Papers): GivenPapers {
  const { t } = useWords();
  const [files, setFiles] = useState<readonly File[]>([]);
  const big = files.find((file) => file.size > MOST_BYTES);
  const add = t('areas.papers.add');
  return {
    kept,
    fresh: () =>
      Promise.all(
        files
          .filter((file) => file.size <= MOST_BYTES)
          .map(async (file) => {
            const { name, mime, bytes } = await givenFile(file);
            return { label: name.slice(0, 200), mime, bytes };
          }),
      ),
    field: (
      <div className="mine-papers">
        <FileButton
          icon="camera"
          multiple
          inputLabel={add}
          onFiles={(more) => setFiles([...files, ...more].slice(0, 10))}
        >
          {add}
        </FileButton>
        <span className="text-small">
          {[...kept.map(({ label }) => label), ...files.map(({ name }) => name)].join(t('common.listJoin'))}
        </span>
        {big && (
          <p className="mine-remark">
            {t('areas.papers.big', { size: byteSize(big.size), most: byteSize(MOST_BYTES) })}
          </p>
        )}
      </div>
    ),
  };
}
