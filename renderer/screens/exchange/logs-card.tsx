import type { ExchangeState, LogRow } from '../../../electron/ports/exchange-models.ts';
import { Mark } from '../../marks/mark.tsx';
import { Card } from '../../parts/card.tsx';
import { groupDigits, hashStart } from '../../words/format.ts';
import { shortPrincipal } from '../../words/principal.ts';
import { type SpokenWords, useWords } from '../../words/words.ts';
import { barOf, type LogWord, logMark, logWord, missingCount } from './exchange-model.ts';

/** How far each tablet has arrived: a bar per device, its gaps hatched. */
export function LogsCard({ state }: { readonly state: ExchangeState }) {
  const { t } = useWords();
  return (
    <Card title={t('exchange.logs.title')}>
      {state.logs.length === 0 && <p className="text-small">{t('exchange.logs.none')}</p>}
      <ul className="logs">
        {state.logs.map((row) => (
          <LogLine key={row.log} row={row} state={state} />
        ))}
      </ul>
    </Card>
  );
}

function LogLine({ row, state }: { readonly row: LogRow; readonly state: ExchangeState }) {
  const { t } = useWords();
  const name = row.principal ? shortPrincipal(row.principal) : t('exchange.logs.unnamed');
  const word = logWord(row, state.gaps);
  const missing = missingCount(row, state.gaps);
  return (
    <li>
      <div className="logs-name">
        <strong>{name}</strong>
        <span className="text-small">{row.own ? t('exchange.logs.own') : row.person}</span>
      </div>
      <div className="log-bar" role="img" aria-label={t('exchange.logs.bar', { name, seq: row.highest, missing })}>
        {barOf(row, state.gaps).map((piece, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a bar have no other name than their place
          <span key={at} data-kind={piece.kind} style={{ flexGrow: piece.share * 1000 }} />
        ))}
      </div>
      <p className="logs-word" data-unknown={isOpen(word) ? '' : undefined}>
        <Mark kind={logMark(word)} size={20} />
        {wordOf(t, word)}
      </p>
    </li>
  );
}

const isOpen = (word: LogWord): boolean => word.kind !== 'all' && word.kind !== 'own';

function wordOf(t: SpokenWords['t'], word: LogWord): string {
  switch (word.kind) {
    case 'missing':
      return t('exchange.logs.missing', { from: word.from, to: word.to });
    case 'missingMore':
      return t('exchange.logs.missingMore', { n: word.n });
    case 'unsealed':
      return t('exchange.logs.unsealed', { n: word.n });
    case 'neverSealed':
      return t('exchange.logs.neverSealed', { n: word.n });
    case 'quarantined':
      return t('exchange.logs.quarantined', { n: word.n });
    case 'own':
      return t('exchange.logs.upTo', { seq: groupDigits(word.seq) });
    default:
      return t('exchange.logs.all');
  }
}

/** Each missing range: which, whose, and how it is filled. */
export function GapCards({ state }: { readonly state: ExchangeState }) {
  const { t } = useWords();
  return state.gaps.map((gap) => {
    const n = gap.to - gap.from + 1;
    const person = state.logs.find((row) => row.log === gap.log)?.person ?? t('exchange.gap.owner');
    const name = gap.principal ? shortPrincipal(gap.principal) : t('exchange.logs.unnamed');
    return (
      <Card key={`${gap.log}${gap.from}`} tone="unknown">
        <h2 className="exchange-heading">
          <Mark kind="gap" />
          {n === 1
            ? t('exchange.gap.titleOne', { from: gap.from })
            : t('exchange.gap.title', { from: gap.from, to: gap.to, n })}
        </h2>
        <p className="text-small">{t('exchange.gap.text', { name, person, from: gap.from })}</p>
      </Card>
    );
  });
}

/** Each old record with entries that no seal will cover: whose, how many, and what to do. */
export function NeverSealedCards({ state }: { readonly state: ExchangeState }) {
  const { t } = useWords();
  return state.logs
    .filter((row) => row.neverSealed > 0)
    .map(({ log, own, principal, person, neverSealed: n }) => {
      const name = principal ? shortPrincipal(principal) : t('exchange.logs.unnamed');
      return (
        <Card key={log} tone="unknown">
          <h2 className="exchange-heading">
            <Mark kind="unknown" />
            {t('exchange.neverSealed.title', { name, n })}
          </h2>
          <p className="text-small">
            {own
              ? t('exchange.neverSealed.textOwn', { n })
              : t('exchange.neverSealed.text', { n, person: person ?? t('exchange.gap.owner') })}
          </p>
        </Card>
      );
    });
}

/** The fingerprint that two machines with the same bundles share. */
export function SameCard({ state }: { readonly state: ExchangeState }) {
  const { t } = useWords();
  const entries = state.logs.reduce((sum, row) => sum + row.admitted, 0);
  return (
    <Card title={t('exchange.same.title')}>
      <p className="text-small">{t('exchange.same.why')}</p>
      <p className="state-hash mono-id">{hashStart(state.stateHash)}</p>
      <p className="text-faint">{t('exchange.same.line', { n: groupDigits(entries) })}</p>
    </Card>
  );
}
