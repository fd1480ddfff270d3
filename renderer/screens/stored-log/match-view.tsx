import type { LogMatch } from '../../../electron/ports/log-models.ts';
import type { PlaceId } from '../../../vocabulary/ids.ts';
import { gasFormula } from '../../live/gas-formula.ts';
import { Button } from '../../parts/button.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { clockSeconds, groupDigits, isoDay } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

export interface MatchViewProps {
  readonly match: LogMatch;
  readonly onUse?: (placeId: PlaceId) => void;
  readonly using?: boolean;
  /** What its tables are called where two stand on one screen. */
  readonly of?: string;
}

/** What belongs to which place, and every row that belongs to none with why. */
export function MatchView({ match, onUse, using = false, of = '' }: MatchViewProps) {
  const { t } = useWords();
  const use = {
    key: 'use',
    title: t('storedLog.done.column'),
    cell: ({ placeId }: LogMatch['places'][number]) =>
      onUse && (
        <Button size="small" busy={using} onPress={() => onUse(placeId)}>
          {t('storedLog.done.use')}
        </Button>
      ),
  };
  return (
    <div className="stored-log-match">
      {match.places.length > 0 && (
        <PlainTable
          label={`${of}${t('storedLog.match.title')}`}
          rows={match.places}
          rowKey={({ placeId }) => placeId}
          columns={[
            { key: 'place', title: t('storedLog.match.place'), cell: ({ name }) => name },
            { key: 'rows', title: t('storedLog.match.rows'), number: true, cell: ({ rows }) => groupDigits(rows) },
            {
              key: 'range',
              title: t('storedLog.match.range'),
              cell: ({ gases }) => (
                <ul className="stored-log-gases">
                  {gases.map((one) => (
                    <li key={`${one.gas}${one.unit}`}>{gasWords(t, one)}</li>
                  ))}
                </ul>
              ),
            },
            ...(onUse ? [use] : []),
          ]}
        />
      )}
      {match.unmatched.length > 0 && <Unmatched match={match} of={of} />}
      {match.unmatchedRows === 0 && <p className="text-small">{t('storedLog.match.all')}</p>}
      {match.matched === 0 && <p className="citation-unverified">{t('storedLog.match.nothing')}</p>}
    </div>
  );
}

type T = ReturnType<typeof useWords>['t'];

/** `CH₄ 0.20–1.02 %VOL　超量程1次`: the digits of the file, over-range for itself. */
function gasWords(t: T, { gas, unit, min, max, overRange, notMeasured }: LogMatch['places'][number]['gases'][number]) {
  const range = min === null || max === null ? null : min === max ? min : `${min}–${max}`;
  const words = [
    range === null ? gasFormula(gas) : `${gasFormula(gas)} ${range}\u00a0${unit ?? ''}`.trimEnd(),
    overRange > 0 ? t('storedLog.match.over', { n: groupDigits(overRange) }) : null,
    notMeasured > 0 ? t('storedLog.match.others', { n: groupDigits(notMeasured) }) : null,
  ];
  return words.filter((one) => one !== null).join('\u3000');
}

function Unmatched({ match, of }: { readonly match: LogMatch; readonly of: string }) {
  const { t } = useWords();
  const span = (from: number, to: number) =>
    from === to ? groupDigits(from) : `${groupDigits(from)}–${groupDigits(to)}`;
  return (
    <PlainTable
      label={`${of}${t('storedLog.match.unmatched')}`}
      rows={match.unmatched}
      rowKey={({ fromRow, reason }) => `${reason}${fromRow}`}
      columns={[
        {
          key: 'reason',
          title: t('storedLog.match.unmatched'),
          cell: ({ reason }) => t(`storedLog.match.reasons.${reason}`),
        },
        { key: 'rows', title: t('storedLog.match.rows'), number: true, cell: ({ rows }) => groupDigits(rows) },
        { key: 'file', title: t('storedLog.match.fileRows'), cell: ({ fromRow, toRow }) => span(fromRow, toRow) },
        {
          key: 'time',
          title: t('storedLog.match.time'),
          cell: ({ from, to }) => (from === null || to === null ? '–' : timeSpan(from, to)),
        },
      ]}
    />
  );
}

const DAY_MS = 86_400_000;

/** `11-23 12:02:07–12:27:07`, with both days where it is longer than one. */
function timeSpan(from: number, to: number): string {
  const first = `${isoDay(from).slice(5)} ${clockSeconds(from)}`;
  if (from === to) return first;
  return to - from < DAY_MS ? `${first}–${clockSeconds(to)}` : `${first}–${isoDay(to).slice(5)} ${clockSeconds(to)}`;
}
