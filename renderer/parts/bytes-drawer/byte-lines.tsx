import type { ByteLine } from '../../../electron/ports/bytes-models.ts';
import { clockMillis } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { FieldsInLine } from './frame-bytes.tsx';
import { cutAround, pairsOf, shortened } from './hex-text.ts';

/** What went over the line before, during and after the frame, in order. */
export function ByteLines({ lines }: { readonly lines: readonly ByteLine[] }) {
  const { t } = useWords();
  return (
    <section>
      <h3>{t('bytes.lines')}</h3>
      <p className="text-small">{t('bytes.linesNote')}</p>
      <table className="bytes-lines">
        <thead>
          <tr>
            <th scope="col">{t('bytes.column.time')}</th>
            <th scope="col">{t('bytes.column.what')}</th>
            <th scope="col">{t('bytes.column.bytes')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.n} ${line.mono} ${line.what}`} data-frame={line.frame ? '' : undefined}>
              <td className="nowrap">{clockMillis(line.wall)}</td>
              <td className="nowrap">{t(`bytes.what.${line.what}`)}</td>
              <td>
                <LineBytes line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function LineBytes({ line }: { readonly line: ByteLine }) {
  const { t } = useWords();
  if (line.leftOut !== null) return <>{t('bytes.leftOut', { n: line.leftOut })}</>;
  if (line.fields.length > 0) return <FieldsInLine hex={line.hex} fields={line.fields} />;
  const { before, inside, behind } = cutAround(line.hex, line.frame ?? { from: 0, to: 0 });
  const start = shortened(before);
  const rest = line.frame ? behind.join(' ') : shortened(pairsOf(line.hex)).shown;
  return (
    <span className="bytes-hex mono-id">
      {start.hidden > 0 && '… '}
      {start.shown} {inside.length > 0 && <mark>{inside.join(' ')}</mark>} {rest}
    </span>
  );
}
