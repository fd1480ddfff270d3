import { useState } from 'react';
import type { DrainageArea } from '../../../../vocabulary/area.ts';
import { BlobPicture } from '../../../parts/blob-picture.tsx';
import { Button } from '../../../parts/button.tsx';

/** The photos and scans behind an entry; one is shown when it is pressed. */
export function Papers({ papers }: { readonly papers: DrainageArea['papers'] }) {
  const [shown, setShown] = useState<string | null>(null);
  if (papers.length === 0) return null;
  const paper = papers.find(({ blob }) => blob === shown);
  return (
    <div className="mine-papers">
      {papers.map(({ blob, label }) => (
        <Button
          key={blob}
          size="small"
          icon="document"
          pressed={blob === shown}
          onPress={() => setShown(blob === shown ? null : blob)}
        >
          {label}
        </Button>
      ))}
      {paper && <BlobPicture blob={paper.blob} label={paper.label} />}
    </div>
  );
}
