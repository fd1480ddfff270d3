import { Drawer } from 'antd';
import { useState } from 'react';
import type { Scan } from '../../../../vocabulary/instrument.ts';
import { BlobPicture } from '../../../parts/blob-picture.tsx';
import { Button } from '../../../parts/button.tsx';
import { useWords } from '../../../words/words.ts';

/** Opens the scan of a paper, with the hash by which it is found in the bundle. */
export function ScanButton({ scan, label }: { readonly scan: Scan; readonly label: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button size="small" icon="document" onPress={() => setOpen(true)}>
        {t('register.scan.see')}
      </Button>
      <Drawer
        open={open}
        onClose={close}
        size={720}
        title={label}
        closable={false}
        extra={<Button onPress={close}>{t('common.close')}</Button>}
      >
        {scan.mime.startsWith('image/') ? (
          <BlobPicture blob={scan.blob} label={label} />
        ) : (
          <p>{t('register.scan.file')}</p>
        )}
        <p className="text-faint mono-id">{`sha256 ${scan.blob}`}</p>
      </Drawer>
    </>
  );
}
