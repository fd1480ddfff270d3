import { App } from 'antd';
import type { ReactNode } from 'react';
import type { BlockPlace, ReadingBytes } from '../../../electron/ports/bytes-models.ts';
import type { Reading } from '../../../vocabulary/reading.ts';
import { hashStart } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { Button } from '../button.tsx';

/** Where the bytes and the reading stand in the record, and with what they were decoded. */
export function BytesPlace({ answer, reading }: { readonly answer: ReadingBytes; readonly reading: Reading }) {
  const { t, pick, say } = useWords();
  const { found, kept, damaged } = answer;
  return (
    <section>
      <h3>{t('bytes.place')}</h3>
      <dl className="bytes-facts">
        {found.from === 'line' && (
          <>
            <Fact name={t('bytes.driver')}>
              {t('bytes.driverVersion', { name: pick(found.driver), version: found.driver.version })}
            </Fact>
            <Fact name={t('bytes.settings')}>
              {found.settings.map((one) => `${pick(one)} ${one.value}`).join(t('common.listJoin'))}
            </Fact>
            <Fact name={t('bytes.mono')}>{t('bytes.monoMs', { n: reading.time.mono })}</Fact>
            <Fact name={t('bytes.rawBlock')}>{found.block ? <Place place={found.block} /> : t('bytes.waits')}</Fact>
          </>
        )}
        {found.from === 'file' && found.block && (
          <Fact name={t('bytes.rawBlock')}>
            <Place place={found.block} />
          </Fact>
        )}
        <Fact name={t('bytes.keptBlock')}>
          {kept.where === 'block' ? (
            <Place place={kept.block} />
          ) : (
            t(kept.where === 'tail' ? 'bytes.waits' : 'bytes.notKept')
          )}
        </Fact>
        {damaged.map(({ block, fault }) => (
          <Fact key={block?.blob ?? 'tail'} name={t('bytes.damaged')}>
            <span role="alert">{say(fault)}</span>
            {block && <Place place={block} />}
          </Fact>
        ))}
      </dl>
    </section>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** A block by the beginning of its hash, the event that announced it, and whether a seal covers that. */
function Place({ place }: { readonly place: BlockPlace }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const device = place.device ?? t('bytes.unknownDevice', { log: hashStart(place.log, 2) });
  const copy = () =>
    navigator.clipboard.writeText(place.blob).then(
      () => void message.info(t('bytes.copied')),
      () => {},
    );
  return (
    <span className="bytes-block">
      <span className="mono-id">{hashStart(place.blob, 4)}</span>
      <span>{t('bytes.event', { seq: place.seq, device })}</span>
      <span>{t(place.sealed ? 'bytes.sealed' : 'bytes.notSealed')}</span>
      <Button size="small" kind="quiet" icon="document" label={t('bytes.hash')} onPress={() => void copy()}>
        {t('bytes.copyShort')}
      </Button>
    </span>
  );
}
