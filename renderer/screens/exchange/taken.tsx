import { Progress } from 'antd';
import type { ImportResult } from '../../../electron/ports/exchange-models.ts';
import type { Fault } from '../../../vocabulary/fault.ts';
import { Mark } from '../../marks/mark.tsx';
import type { MarkKind } from '../../marks/mark-kind.ts';
import { Card } from '../../parts/card.tsx';
import { byteSize, dayAndTime, groupDigits, WIDE } from '../../words/format.ts';
import { shortPrincipal } from '../../words/principal.ts';
import { roleWords } from '../../words/role-words.ts';
import { useWords } from '../../words/words.ts';
import { balances } from './exchange-model.ts';
import type { Taken, VerifyResult } from './intake-store.ts';
import { useIntake } from './use-intake.ts';

const faultIn = (taken: Taken): Fault | null => {
  if (taken.kind === 'fault') return taken.fault;
  // the port has checked that the code is one of ours
  return taken.result.refusal as Fault | null;
};

const takenMark = (taken: Taken): MarkKind => {
  if (faultIn(taken)) return 'refused';
  if (taken.kind === 'import' && taken.result.conflicts > 0) return 'conflict';
  if (taken.kind === 'import' && taken.result.gaps.length > 0) return 'gap';
  return 'received';
};

/** What came of one file, in full. */
export function TakenCard({ taken }: { readonly taken: Taken }) {
  const fault = faultIn(taken);
  if (fault) return <RefusedCard file={taken.file} fault={fault} />;
  if (taken.kind === 'import') return <BalanceCard result={taken.result} />;
  return taken.kind === 'verify' ? <VerifiedCard file={taken.file} result={taken.result} /> : null;
}

function RefusedCard({ file, fault }: { readonly file: string; readonly fault: Fault }) {
  const { t, say } = useWords();
  return (
    <Card title={t('exchange.results.title')} aside={file}>
      <p className="exchange-refused">
        <Mark kind="refused" size={32} />
        <span>{say(fault)}</span>
      </p>
    </Card>
  );
}

function VerifiedCard({ file, result }: { readonly file: string; readonly result: VerifyResult }) {
  const { t } = useWords();
  const slots = {
    signer: result.signer ? shortPrincipal(result.signer) : t('exchange.results.noSigner'),
    role: roleWords(t, result.role),
    events: groupDigits(result.events),
    blobs: groupDigits(result.blobs),
  };
  return (
    <Card title={t('exchange.verified.title')} aside={file}>
      <p className="exchange-refused">
        <Mark kind="received" size={32} />
        <span>{t('exchange.verified.good')}</span>
      </p>
      <p className="text-small">{t('exchange.verified.line', slots)}</p>
      {result.unsealed > 0 && <p className="text-small">{t('exchange.verified.unsealed', { n: result.unsealed })}</p>}
    </Card>
  );
}

const parts = ['added', 'known', 'quarantined', 'held', 'refused'] as const;

/** 收到 = 新增 + 早已有 + 隔离 + 未封存 + 拒收, always all five. */
function BalanceCard({ result }: { readonly result: ImportResult }) {
  const { t } = useWords();
  const seconds = result.tookMs < 100 ? null : (result.tookMs / 1000).toFixed(1);
  const facts = [
    t('exchange.results.signer'),
    byteSize(result.bytes),
    seconds === null ? t('exchange.results.tookUnder') : t('exchange.results.took', { seconds }),
  ];
  return (
    <Card
      title={result.signer ? shortPrincipal(result.signer) : t('exchange.results.noSigner')}
      aside={facts.join(WIDE)}
    >
      <dl className="balance" aria-label={t('exchange.results.balance', { ...result })}>
        <BalanceCell count={result.received} words={t('exchange.results.received')} />
        {parts.map((part, at) => (
          <BalanceCell
            key={part}
            sign={at === 0 ? '=' : '+'}
            count={result[part]}
            words={t(`exchange.results.${part}`)}
            tone={toneOf(part, result[part])}
          />
        ))}
      </dl>
      {!balances(result) && (
        <p className="exchange-refused">
          <Mark kind="alarm2" />
          {t('exchange.results.unbalanced')}
        </p>
      )}
      <BalanceNotes result={result} />
    </Card>
  );
}

const toneOf = (part: (typeof parts)[number], count: number): 'plain' | 'unknown' | 'danger' => {
  if (count === 0 || part === 'added' || part === 'known') return 'plain';
  return part === 'refused' ? 'danger' : 'unknown';
};

interface BalanceCellProps {
  readonly sign?: string;
  readonly count: number;
  readonly words: string;
  readonly tone?: 'plain' | 'unknown' | 'danger';
}

const BalanceCell = ({ sign, count, words, tone = 'plain' }: BalanceCellProps) => (
  <div>
    {sign && <span aria-hidden>{sign}</span>}
    <dt>{words}</dt>
    <dd data-tone={tone}>{groupDigits(count)}</dd>
  </div>
);

function BalanceNotes({ result }: { readonly result: ImportResult }) {
  const { t } = useWords();
  const missing = result.gaps.reduce((sum, gap) => sum + gap.to - gap.from + 1, 0);
  const notes: readonly (readonly [MarkKind, string, boolean])[] = [
    ['received', t('exchange.results.again'), result.received > 0 && result.received === result.known],
    ['saved', t('exchange.results.filled', { n: result.filled }), result.filled > 0],
    ['saved', t('exchange.results.released', { n: result.released }), result.released > 0],
    ['quarantined', t('exchange.results.demoted', { n: result.demoted }), result.demoted > 0],
    ['conflict', t('exchange.results.conflicts', { n: result.conflicts }), result.conflicts > 0],
    ['gap', t('exchange.results.gaps', { n: missing }), missing > 0],
  ];
  const said = notes.filter(([, , holds]) => holds);
  if (said.length === 0) return null;
  return (
    <ul className="balance-notes">
      {said.map(([mark, words]) => (
        <li key={words}>
          <Mark kind={mark} size={20} />
          {words}
        </li>
      ))}
    </ul>
  );
}

/** The files of this sitting, newest first; a refused one with its reason. */
export function TakenList({
  chosen,
  onChoose,
}: {
  readonly chosen: number | null;
  readonly onChoose: (id: number) => void;
}) {
  const { t, say } = useWords();
  const { state } = useIntake();
  return (
    <Card flush title={t('exchange.results.thisTime')}>
      <ul className="taken-list">
        {state.running && (
          <li className="card-row">
            <div className="card-row-words">
              <p>{state.running.file}</p>
              <Progress
                percent={state.running.size > 0 ? (state.running.sent / state.running.size) * 100 : 0}
                showInfo={false}
                strokeLinecap="butt"
                aria-label={state.running.file}
              />
              <p className="text-faint">
                {t('exchange.job.sending', {
                  done: byteSize(state.running.sent),
                  total: byteSize(state.running.size),
                })}
              </p>
            </div>
          </li>
        )}
        {state.waiting > 0 && (
          <li className="card-row text-small">{t('exchange.job.waiting', { n: state.waiting })}</li>
        )}
        {state.taken.map((taken) => {
          const fault = faultIn(taken);
          return (
            <li key={taken.id}>
              <button
                type="button"
                aria-current={taken.id === chosen ? 'true' : undefined}
                onClick={() => onChoose(taken.id)}
              >
                <Mark kind={takenMark(taken)} />
                <span className="card-row-words">
                  <strong>
                    {taken.kind === 'fault' ? taken.file : shortPrincipal(taken.result.signer ?? taken.file)}
                  </strong>
                  <span className="text-small" data-refused={fault ? '' : undefined}>
                    {fault ? say(fault) : shortLine(t, taken)}
                  </span>
                </span>
                <span className="text-faint nowrap">{dayAndTime(taken.at)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function shortLine(t: ReturnType<typeof useWords>['t'], taken: Taken): string {
  if (taken.kind === 'import')
    return t('exchange.results.shortLine', { added: taken.result.added, known: taken.result.known });
  return t('exchange.verified.good');
}
