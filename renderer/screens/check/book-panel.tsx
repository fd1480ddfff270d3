import { Input } from 'antd';
import { useState } from 'react';
import type { BookRead, BookRemarkRow } from '../../../electron/ports/book-models.ts';
import type { InspectionSheet, SheetRow } from '../../../electron/ports/inspection-models.ts';
import { bookDefaults } from '../../../rules/gas/check-patterns.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { MOST_BYTES, toBase64 } from '../../ports/files.ts';
import { useDeed } from '../../ports/questions.ts';
import { isWorkbook, workbookText } from '../../ports/read-workbook.ts';
import { byteSize } from '../../words/format.ts';
import { type SpokenWords, useWords } from '../../words/words.ts';
import { useAddEvidence } from './use-add-evidence.ts';
import './book-panel.css';

interface Given {
  readonly file: File;
  readonly read: BookRead;
}

/** The mine's shift book beside the question of invented checks: what is worth a look, never a verdict. */
export function BookPanel({ sheet, row }: { readonly sheet: InspectionSheet; readonly row: SheetRow }) {
  const { t } = useWords();
  const [given, setGiven] = useState<Given | null>(null);
  const [typing, setTyping] = useState(false);
  const [big, setBig] = useState<File | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const add = useAddEvidence(sheet.summary.inspectionId, row);
  const read = useDeed((ports, sent: { readonly name: string; readonly bytes: string }) =>
    ports.recorder.ask('book/read', sent),
  );
  const take = async (file: File) => {
    setGiven(null);
    setBig(file.size > MOST_BYTES ? file : null);
    if (file.size > MOST_BYTES) return;
    const text = await textOf(file);
    setUnreadable(text === null);
    if (text === null) return;
    const done = await read.run({ name: file.name, bytes: toBase64(text) });
    if (done.ok) setGiven({ file, read: done.value });
  };
  const keep = () => {
    if (!given) return;
    const words = given.read.remarks.map((remark) => say(t, remark)).join('\n');
    void add
      .note('document', given.file.name, words.slice(0, MOST_WORDS), given.file)
      .then((ok) => ok && setGiven(null));
  };
  return (
    <section className="book-panel">
      <header>
        <h2>{t('check.book.title')}</h2>
        <FileButton
          size="small"
          icon="folder"
          accept=".csv,.txt,.tsv,.xlsx"
          inputLabel={t('check.book.choose')}
          busy={read.busy}
          onFiles={([file]) => file && void take(file)}
        >
          {t('check.book.choose')}
        </FileButton>
        <Button size="small" pressed={typing} onPress={() => setTyping(!typing)}>
          {t('check.book.type')}
        </Button>
      </header>
      <p className="text-small">{t('check.book.how')}</p>
      {typing && <Typing onRead={(text) => void take(new File([text], t('check.book.typed'), { type: 'text/csv' }))} />}
      <FaultLine fault={read.fault ?? add.fault} />
      {unreadable && <p>{t('check.book.unreadable')}</p>}
      {big && <p>{t('check.evidence.tooBig', { size: byteSize(big.size), most: byteSize(MOST_BYTES) })}</p>}
      {given && <Remarks read={given.read} busy={add.busy} onKeep={keep} />}
    </section>
  );
}

/** The bytes of a text as they are, those of a workbook as the text it would be pasted as; null where it cannot be opened. */
async function textOf(file: File): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isWorkbook(bytes)) return bytes;
  const text = await workbookText(bytes).catch(() => null);
  return text === null ? null : new TextEncoder().encode(text);
}

/** What an evidence takes in words. */
const MOST_WORDS = 4000;
const MOST_ROWS = 8;

function Typing({ onRead }: { readonly onRead: (text: string) => void }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  return (
    <>
      <Input.TextArea
        aria-label={t('check.book.type')}
        rows={4}
        value={text}
        placeholder={t('check.book.placeholder')}
        onChange={(event) => setText(event.target.value)}
      />
      <Button size="small" disabled={text.trim() === ''} onPress={() => onRead(text)}>
        {t('check.book.read')}
      </Button>
    </>
  );
}

interface RemarksProps {
  readonly read: BookRead;
  readonly busy: boolean;
  readonly onKeep: () => void;
}

function Remarks({ read, busy, onKeep }: RemarksProps) {
  const { t } = useWords();
  const { checks, unread, remarks } = read;
  return (
    <>
      <p>{t('check.book.found', { checks, n: remarks.length })}</p>
      {unread.length > 0 && (
        <p className="cell-mark">
          <Mark kind="unknown" size={20} /> {t('check.book.unread', { n: unread.length, rows: rowsOf(t, unread) })}
        </p>
      )}
      <ul>
        {remarks.map((remark) => (
          <li key={`${remark.kind} ${remark.rows.join()}`} className="cell-mark">
            <Mark kind="alarm3" size={20} /> {say(t, remark)}
          </li>
        ))}
      </ul>
      <p className="text-small">{t('check.book.person')}</p>
      <Button size="small" busy={busy} onPress={onKeep}>
        {t('check.book.keep')}
      </Button>
    </>
  );
}

const rowsOf = (t: SpokenWords['t'], rows: readonly number[]): string =>
  `${rows.slice(0, MOST_ROWS).join(t('common.listJoin'))}${rows.length > MOST_ROWS ? '…' : ''}`;

/** A remark with its reason and the lines it stands in. */
function say(t: SpokenWords['t'], remark: BookRemarkRow): string {
  const rows = rowsOf(t, remark.rows);
  if (remark.kind === 'repeated')
    return t('check.book.repeated', { place: remark.place, figure: remark.figure, n: remark.rows.length, rows });
  if (remark.kind === 'sameRound')
    return t('check.book.sameRound', {
      by: remark.by || t('common.none'),
      n: remark.rows.length / remark.length,
      rows,
    });
  const { by, from, to, minutes } = remark;
  return t('check.book.tooFast', { by, from, to, minutes, least: bookDefaults.walk_min, rows });
}
