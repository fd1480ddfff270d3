import { Drawer } from 'antd';
import { useEffect } from 'react';
import type { ReadingBytes } from '../../../electron/ports/bytes-models.ts';
import { gapCauseWords, readGapMark } from '../../../vocabulary/gap-cause.ts';
import type { Reading } from '../../../vocabulary/reading.ts';
import { Mark } from '../../marks/mark.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { useQuestion } from '../../ports/questions.ts';
import { type SpokenWords, useWords } from '../../words/words.ts';
import { Button } from '../button.tsx';
import { FaultLine } from '../fault-line.tsx';
import { sayReading } from '../reading-text.ts';
import { ByteLines } from './byte-lines.tsx';
import { BytesPlace } from './bytes-place.tsx';
import { FrameBytes } from './frame-bytes.tsx';
import './bytes-drawer.css';

export interface BytesDrawerProps {
  readonly reading: Reading | null;
  readonly onClose: () => void;
}

/** A reading that has just come is in the record with its next batch. */
const SOON_MS = 10_000;
const ASK_AGAIN_MS = 1_000;

/** What stood on the line when a reading was made, and that it still gives this very reading. */
export function BytesDrawer({ reading, onClose }: BytesDrawerProps) {
  const { t } = useWords();
  return (
    <Drawer
      open={reading !== null}
      onClose={onClose}
      size={640}
      title={reading ? t('bytes.title', { reading: sayReading(t, reading) }) : ''}
      closable={false}
      extra={<Button onPress={onClose}>{t('common.close')}</Button>}
    >
      {reading && <Bytes reading={reading} />}
    </Drawer>
  );
}

function Bytes({ reading }: { readonly reading: Reading }) {
  const { t } = useWords();
  const { now } = useReach();
  const { wall, mono, boot } = reading.time;
  const key = ['bytes', reading.instrument, reading.channel, String(wall), String(mono), boot] as const;
  const { value, fault, again } = useQuestion(['listener', ...key], (ports) =>
    ports.recorder.ask('readings/bytes', { reading }),
  );
  const isNew = now() - wall < SOON_MS;
  const waits = isNew && value?.found.from === 'nowhere';
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(again, ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  });
  if (fault) return <FaultLine fault={fault} />;
  if (!value) return <p className="text-small">{t('bytes.asking')}</p>;
  return (
    <div className="bytes">
      <Verdict answer={value} reading={reading} isNew={isNew} />
      {value.found.from === 'line' && value.found.frame && <FrameBytes frame={value.found.frame} />}
      {value.found.from === 'line' && value.found.lines.length > 0 && <ByteLines lines={value.found.lines} />}
      {value.found.from === 'file' && <FileRow found={value.found} />}
      <BytesPlace answer={value} reading={reading} />
    </div>
  );
}

interface VerdictProps {
  readonly answer: ReadingBytes;
  readonly reading: Reading;
  readonly isNew: boolean;
}

/** The first line says whether the bytes bear the reading out; everything below is for whoever wants to see it. */
function Verdict({ answer: { found }, reading, isNew }: VerdictProps) {
  const words = useWords();
  const { t } = words;
  if (found.from === 'line' && found.fault) return <FaultLine fault={found.fault} />;
  if (found.from === 'nowhere') return <p>{sayNowhere(words, reading, isNew)}</p>;
  if (found.standing === null) return null;
  const isSame = found.standing === 'same';
  return (
    <p className="bytes-verdict" role={isSame ? undefined : 'alert'}>
      <Mark kind={isSame ? 'pass' : 'fail'} size={20} />
      <span>{sayStanding(t, found, reading)}</span>
    </p>
  );
}

type T = SpokenWords['t'];
type Found = Exclude<ReadingBytes['found'], { from: 'nowhere' }>;

function sayStanding(t: T, { from, standing, replayed }: Found, reading: Reading): string {
  if (from === 'file' && standing === 'same') return t('bytes.standing.sameFile');
  if (standing === 'same') {
    return t(reading.value.quality === 'missing' ? 'bytes.standing.sameGap' : 'bytes.standing.same');
  }
  if (standing === 'differs' && replayed) return t('bytes.standing.differs', { reading: sayReading(t, replayed) });
  return t('bytes.standing.absent');
}

function sayNowhere({ t, pick }: SpokenWords, { value }: Reading, isNew: boolean): string {
  const gap = value.quality === 'missing' ? readGapMark(value.detail) : null;
  if (gap) return t('bytes.nowhere.gap', { why: pick(gapCauseWords[gap.cause]) });
  return t(isNew ? 'bytes.nowhere.soon' : 'bytes.nowhere.never');
}

/** An imported reading has no line: its row of the file stands for it, as it was written. */
function FileRow({ found }: { readonly found: Extract<ReadingBytes['found'], { from: 'file' }> }) {
  const { t } = useWords();
  return (
    <section>
      <h3>{t('bytes.file')}</h3>
      <p className="text-small">
        {found.name}　{t('bytes.row', { n: found.row })}
      </p>
      <p className="bytes-well mono-id">{found.line}</p>
      <p className="text-small">{t('bytes.cell', { text: found.cell })}</p>
    </section>
  );
}
