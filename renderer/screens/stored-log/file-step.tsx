import type { ReactNode } from 'react';
import type { LogPreview } from '../../../electron/ports/log-models.ts';
import { gasFormula } from '../../live/gas-formula.ts';
import { Card } from '../../parts/card.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { type QualityWord, showReading } from '../../parts/quantity-text.ts';
import { byteSize, groupDigits, WIDE } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { delimiterName } from './import-model.ts';

export interface FileStepProps {
  readonly preview: LogPreview;
  /** Stands first: the questions. */
  readonly children: ReactNode;
}

/** The file as it was read: its beginning, its columns, its first rows, and what cannot be used. */
export function FileStep({ preview, children }: FileStepProps) {
  const { t } = useWords();
  const { counts } = preview;
  return (
    <div className="stored-log-columns">
      <div>
        {children}
        <Card title={preview.name} aside={byteSize(preview.bytes)}>
          <p className="text-small">{factsOf(t, preview)}</p>
          <p className="text-small">{t('storedLog.file.counts', grouped(counts))}</p>
          {preview.timesBack > 0 && (
            <p className="text-small">{t('storedLog.file.timesBack', { n: groupDigits(preview.timesBack) })}</p>
          )}
          {preview.unknownStates.length > 0 && (
            <p className="text-small">
              {t('storedLog.file.unknownStates', { words: preview.unknownStates.join(t('common.listJoin')) })}
            </p>
          )}
          <FirstLines lines={preview.firstLines} header={preview.headerLine} />
        </Card>
        <BadRows preview={preview} />
      </div>
      <div>
        <Sample preview={preview} />
        <Columns preview={preview} />
      </div>
    </div>
  );
}

/** The file itself, its header line in ink. */
function FirstLines({ lines, header }: { readonly lines: readonly string[]; readonly header: number | null }) {
  const { t } = useWords();
  const at = header === null ? -1 : header - 1;
  const text = (part: readonly string[]) => part.map((line) => `${line}\n`).join('');
  return (
    <>
      <h3>{t('storedLog.file.firstLines')}</h3>
      <pre className="stored-log-lines">
        {text(lines.slice(0, Math.max(at, 0)))}
        {at >= 0 && <strong>{text(lines.slice(at, at + 1))}</strong>}
        {text(lines.slice(at + 1))}
      </pre>
    </>
  );
}

type T = ReturnType<typeof useWords>['t'];

const grouped = (counts: LogPreview['counts']) => ({
  rows: groupDigits(counts.rows),
  imported: groupDigits(counts.imported),
  bad: groupDigits(counts.bad),
  duplicates: groupDigits(counts.duplicates),
  missing: groupDigits(counts.missing),
  invalid: groupDigits(counts.invalid),
});

function factsOf(t: T, { encoding, format, delimiter, headerLine, firstTime, lastTime, counts }: LogPreview): string {
  const name = delimiter === null ? null : delimiterName(delimiter);
  const first =
    name && headerLine !== null
      ? t('storedLog.file.facts', {
          encoding: encoding.toUpperCase(),
          delimiter: t(`storedLog.file.delimiters.${name}`),
          line: headerLine,
        })
      : t('storedLog.file.factsPlain', {
          encoding: encoding.toUpperCase(),
          format: t(`storedLog.file.formats.${format}`),
        });
  if (firstTime === null || lastTime === null) return first;
  const clock = (time: string) => time.replace('T', ' ').slice(0, 19);
  const times = { from: clock(firstTime), to: clock(lastTime), count: groupDigits(counts.imported) };
  return `${first}${WIDE}${t('storedLog.file.times', times)}`;
}

const ROLES = ['time', 'date', 'clock', 'temperature', 'place', 'device', 'state', 'unit'] as const;

function Columns({ preview }: { readonly preview: LogPreview }) {
  const { t } = useWords();
  const meaning = ({ role, gas }: LogPreview['columns'][number]) => {
    if (gas !== null) return t(`gases.${gas}`);
    const known = ROLES.find((one) => one === role);
    return known ? t(`storedLog.file.roles.${known}`) : t('storedLog.file.notRead');
  };
  const unitOf = ({ gas, unit }: LogPreview['columns'][number]) => {
    if (gas === null) return '';
    if (unit === null) return t('storedLog.file.noUnit');
    return unit === '%' ? t('storedLog.file.asksUnit', { unit }) : unit;
  };
  return (
    <PlainTable
      label={t('storedLog.file.columns')}
      rows={preview.columns.map((column, at) => ({ ...column, at }))}
      rowKey={({ at }) => String(at)}
      columns={[
        { key: 'name', title: t('storedLog.file.column'), cell: ({ name }) => name },
        { key: 'meaning', title: t('storedLog.file.meaning'), cell: meaning },
        { key: 'unit', title: t('storedLog.file.unit'), cell: unitOf },
      ]}
    />
  );
}

/** `8.4 %LEL`, or the word why there is no number. The digits are those of the file. */
function cellWords(t: T, { gas, value }: LogPreview['sample'][number]['cells'][number]): string {
  if (value.quality === 'ok') return `${value.amount}\u00a0${value.unit}`;
  const shown = showReading(value, gas, false);
  return shown.kind === 'word' ? t(`marks.${shown.word satisfies QualityWord}`) : '';
}

function Sample({ preview }: { readonly preview: LogPreview }) {
  const { t } = useWords();
  const [first] = preview.sample;
  if (!first) return null;
  return (
    <div className="stored-log-sample">
      <h3>{t('storedLog.file.sample')}</h3>
      <PlainTable
        label={t('storedLog.file.sample')}
        rows={preview.sample.map((row, at) => ({ ...row, at }))}
        rowKey={({ at }) => String(at)}
        columns={[
          { key: 'row', title: t('storedLog.file.row'), number: true, cell: ({ row }) => row },
          { key: 'time', title: t('storedLog.file.time'), cell: ({ time }) => time.replace('T', '\n').slice(0, 19) },
          ...first.cells.map(({ gas }, nth) => ({
            key: `${gas}${nth}`,
            title: gas === 'COMB' ? t('gases.COMB') : gasFormula(gas),
            number: true,
            cell: ({ cells }: LogPreview['sample'][number]) => {
              const cell = cells[nth];
              return cell ? cellWords(t, cell) : '';
            },
          })),
        ]}
      />
    </div>
  );
}

function BadRows({ preview }: { readonly preview: LogPreview }) {
  const { t } = useWords();
  if (preview.badRows.length === 0) return null;
  return (
    <PlainTable
      label={t('storedLog.file.bad')}
      rows={preview.badRows}
      rowKey={({ row }) => String(row)}
      columns={[
        { key: 'row', title: t('storedLog.file.row'), number: true, cell: ({ row }) => row },
        {
          key: 'why',
          title: t('storedLog.file.bad'),
          cell: ({ reason }) => t(`storedLog.file.badReasons.${reason === 'time' ? 'time' : 'columns'}`),
        },
        { key: 'raw', title: t('storedLog.match.fileRows'), cell: ({ raw }) => <code>{raw}</code> },
      ]}
    />
  );
}
