import { App } from 'antd';
import type { ByteField } from '../../../vocabulary/byte-field.ts';
import { useWords } from '../../words/words.ts';
import { Button } from '../button.tsx';
import { pairsOf, spaced } from './hex-text.ts';

/** A frame with what each stretch of it means under it. */
export function FrameBytes({
  frame,
}: {
  readonly frame: { readonly hex: string; readonly fields: readonly ByteField[] };
}) {
  const { t } = useWords();
  const { message } = App.useApp();
  const { hex, fields } = frame;
  const copy = () =>
    navigator.clipboard.writeText(spaced(hex)).then(
      () => void message.info(t('bytes.copied')),
      () => {},
    );
  return (
    <section>
      <h3>{t('bytes.frame')}</h3>
      <p className="text-small">{t('bytes.frameNote', { n: hex.length / 2 })}</p>
      {fields.length === 0 ? (
        <p className="bytes-well mono-id">{spaced(hex)}</p>
      ) : (
        <ul className="bytes-well bytes-fields">
          {fields.map(({ from, to, means }) => (
            <li key={from} data-means={means}>
              <span className="bytes-hex mono-id">{spaced(hex.slice(from * 2, to * 2))}</span>
              <span className="bytes-means">{t(`bytes.means.${means}`)}</span>
            </li>
          ))}
        </ul>
      )}
      {fields.length === 0 && <p className="text-small">{t('bytes.notExplained')}</p>}
      <Button size="small" icon="document" onPress={() => void copy()}>
        {t('bytes.copy')}
      </Button>
    </section>
  );
}

/** The meaning of a request in the line it stands in. */
export function FieldsInLine({ hex, fields }: { readonly hex: string; readonly fields: readonly ByteField[] }) {
  const { t } = useWords();
  return (
    <ul className="bytes-fields">
      {fields.map(({ from, to, means }) => (
        <li key={from}>
          <span className="bytes-hex mono-id">{pairsOf(hex).slice(from, to).join(' ')}</span>
          <span className="bytes-means">{t(`bytes.means.${means}`)}</span>
        </li>
      ))}
    </ul>
  );
}
