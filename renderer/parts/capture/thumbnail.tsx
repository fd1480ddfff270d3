import { useEffect, useState } from 'react';
import type { BlobId } from '../../../vocabulary/ids.ts';
import { Icon } from '../../marks/icon.tsx';
import { usePorts } from '../../ports/ports-context.tsx';
import { thumbnailOf } from './thumbnail-store.ts';
import './capture.css';

export interface ThumbnailProps {
  readonly blob: BlobId;
  readonly label: string;
  readonly onOpen: () => void;
}

/** A photo of the record, small. */
export function Thumbnail({ blob, label, onOpen }: ThumbnailProps) {
  const ports = usePorts();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void thumbnailOf(ports, blob).then((url) => !gone && setAddress(url));
    return () => {
      gone = true;
    };
  }, [ports, blob]);
  return (
    <button type="button" className="thumbnail" aria-label={label} onClick={onOpen}>
      {address ? <img alt="" src={address} /> : <Icon name="camera" size={20} />}
    </button>
  );
}
