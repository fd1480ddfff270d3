import type { HistoryRow } from '../../../../electron/ports/instrument-models.ts';
import { gasFormula } from '../../../live/gas-formula.ts';
import { Card } from '../../../parts/card.tsx';
import { dayAndTime } from '../../../words/format.ts';
import { type SpokenWords, useWords } from '../../../words/words.ts';

/** Every entry of the instrument, the newest first. What was corrected stays, and says that it was. */
export function HistoryCard({ rows }: { readonly rows: readonly HistoryRow[] }) {
  const { t } = useWords();
  return (
    <Card title={t('register.history.title')} aside={t('common.items', { n: rows.length })}>
      <ol className="register-history">
        {rows.map((row) => (
          <li key={row.event} data-old={row.old ? '' : undefined}>
            <p>
              {sayEntry(row.entry, t)} {row.old && <span className="text-faint">{t('register.history.old')}</span>}
            </p>
            <p className="text-faint">
              {t('register.history.by', { time: dayAndTime(row.savedAt), author: row.author, seq: row.seq })}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function sayEntry(entry: HistoryRow['entry'], t: SpokenWords['t']): string {
  if (entry.is === 'unreadable') return t('register.history.unreadable');
  if (entry.is === 'register') {
    const { model, serialNumber, certificate, principle, photos } = entry;
    const parts = [
      `${model} ${serialNumber}`,
      certificate
        ? t('register.history.certificate', { no: certificate.no, until: certificate.until ?? '—' })
        : t('register.certificate.none'),
      ...(principle ? [t(`register.principles.${principle}`)] : []),
      ...(photos > 0 ? [t('register.history.photos', { n: photos })] : []),
    ];
    return parts.join('　');
  }
  const { kind, date, gas, standard, asFound, asLeft, by } = entry.calibration;
  const parts = [
    t(`register.kinds.${kind}`),
    date,
    gasFormula(gas),
    standard ? `${standard.amount} ${standard.unit}` : '',
    asFound === null ? '' : `${t('register.calibrations.asFound')} ${asFound}`,
    asLeft === null ? '' : `${t('register.calibrations.asLeft')} ${asLeft}`,
    by,
    entry.removed ? t('register.history.removed') : '',
  ];
  return parts.filter((part) => part !== '').join('　');
}
