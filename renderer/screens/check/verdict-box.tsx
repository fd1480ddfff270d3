import type { InspectionSheet, SheetRow } from '../../../electron/ports/inspection-models.ts';
import { severityOf } from '../../../rules/checklist/judge-item.ts';
import { factLabel } from '../../../rules/facts/describe-fact.ts';
import { isCompany } from '../../../rules/packs/company.ts';
import type { Verdict } from '../../../vocabulary/verdict.ts';
import { Mark } from '../../marks/mark.tsx';
import { verdictMark } from '../../marks/verdict-mark.ts';
import { LimitButton } from '../../parts/limit-button.tsx';
import { useWords } from '../../words/words.ts';
import type { ItemView } from './item-view.ts';
import type { Answering } from './use-answering.ts';
import { decidingGap, type Gap, withUnit } from './verdict-gap.ts';

export interface VerdictBoxProps {
  readonly sheet: InspectionSheet;
  readonly row: SheetRow;
  readonly answering: Answering;
}

/** What the numbers say while they are typed, and what the person said against them. */
export function VerdictBox({ sheet, row, answering }: VerdictBoxProps) {
  const { t } = useWords();
  const { view, machine, chosen } = { ...answering, machine: answering.view?.machine ?? null };
  if (!view) return null;
  const status = machine === null ? (chosen ?? 'unanswered') : machine;
  const severity =
    status === 'fail' ? (view.verdict?.severity ?? severityOf(view.item, sheet.summary.hydroType)) : null;
  // what is typed now fails: the pass given to the figures before no longer speaks
  const outdated = answering.changed && machine === 'fail';
  const lacks = chosen === 'pass' && view.missing.length > 0 && !outdated;
  const kind = lacks ? 'unknown' : verdictMark(status, severity);
  return (
    <section className="verdict-box" data-mark={kind}>
      {(machine !== null || chosen !== null) && status !== 'unanswered' && (
        <h2>
          <Mark kind={kind} size={24} />
          <Headline view={view} lacks={lacks} kind={kind} />
        </h2>
      )}
      <Reading view={view} answering={answering} date={sheet.summary.date} />
      <ByCompany verdict={view.byCompany} />
      <Overridden row={row} machine={machine} chosen={chosen} />
      {row.restsOnNotEvidence && (
        <p className="cell-mark">
          <Mark kind="notEvidence" size={20} />
          {t('check.verdict.notAlone')}
        </p>
      )}
      {lacks && (
        <p>
          {t('check.verdict.evidenceMissingHow', {
            list: view.missing.map((one) => t(`check.evidence.kinds.${one}`)).join(t('common.listJoin')),
          })}
        </p>
      )}
      <Actions view={view} status={status} hydroType={sheet.summary.hydroType} />
      {answering.changed && <p className="verdict-changed">{t('check.verdict.changed')}</p>}
    </section>
  );
}

function Headline({
  view,
  lacks,
  kind,
}: {
  readonly view: ItemView;
  readonly lacks: boolean;
  readonly kind: ReturnType<typeof verdictMark>;
}) {
  const { t } = useWords();
  if (lacks) return t('check.verdict.evidenceMissing');
  const word = view.machine === 'unknown' ? t('marks.missingData') : t(`marks.${kind === 'ring' ? 'unknown' : kind}`);
  const gap = view.verdict ? decidingGap(view.verdict.workings) : null;
  if (view.machine !== 'fail' || !gap || gap.met) return word;
  const short = gap.sign === '≥' || gap.sign === '>';
  return t(short ? 'check.verdict.failShort' : 'check.verdict.failOver', { word, gap: withUnit(gap.by, gap.unit) });
}

/** The comparison in words, or why there is none. */
function Reading({
  view,
  answering,
  date,
}: {
  readonly view: ItemView;
  readonly answering: Answering;
  readonly date: string;
}) {
  const { t, pick } = useWords();
  const { verdict, machine } = view;
  if (machine === null) return answering.chosen === null ? <p>{t('check.verdict.byInspector')}</p> : null;
  const gap = verdict ? decidingGap(verdict.workings) : null;
  if (machine !== 'unknown')
    return (
      <>
        {gap && verdict && <Comparison gap={gap} verdict={verdict} />}
        <p>{t('check.verdict.auto')}</p>
      </>
    );
  const [why, what = ''] = (verdict?.reason ?? '').split(':');
  if (why === 'no-pack') return <p>{t('check.verdict.noPack', { date })}</p>;
  if (Object.keys(answering.typed).length === 0) return <p>{t('check.verdict.waiting')}</p>;
  if (why === 'missing') return <p>{t('check.verdict.missing', { field: pick(factLabel(what)) })}</p>;
  if (why === 'quality') return <p>{t('check.verdict.quality', { word: what })}</p>;
  return <p>{t('check.verdict.undecided')}</p>;
}

/** The mine's own stricter figure, on a line of its own: what the law says stays above it. */
function ByCompany({ verdict }: { readonly verdict: ItemView['byCompany'] }) {
  const { t } = useWords();
  const own = verdict?.citations.find(isCompany);
  if (!verdict || !own || verdict.status === 'unknown') return null;
  const gap = decidingGap(verdict.workings);
  const kind = verdictMark(verdict.status, null);
  return (
    <p className="cell-mark">
      <Mark kind={kind} size={20} />
      <span>
        {t('check.verdict.byCompany', { word: t(`marks.${kind === 'ring' ? 'unknown' : kind}`) })}
        {gap && `　${t(`check.verdict.comparators.${gap.sign}`)} `}
        {gap && <LimitButton limit={withUnit(gap.limit, gap.unit)} {...basisOf(verdict)} />}
        {`　${own.title}　${own.article ?? ''}`.trimEnd()}
      </span>
    </p>
  );
}

const basisOf = ({ citations, workings }: Verdict) => ({ citations, workings });

const Comparison = ({ gap, verdict }: { readonly gap: Gap; readonly verdict: Verdict }) => {
  const { t } = useWords();
  return (
    <p className="verdict-comparison">
      {t('check.verdict.measured')} {withUnit(gap.value, gap.unit)}
      {'\u3000'}
      {t('check.verdict.required')}
      {t(`check.verdict.comparators.${gap.sign}`)}{' '}
      <LimitButton limit={withUnit(gap.limit, gap.unit)} {...basisOf(verdict)} />
    </p>
  );
};

function Overridden({
  row,
  machine,
  chosen,
}: {
  readonly row: SheetRow;
  readonly machine: ItemView['machine'];
  readonly chosen: Answering['chosen'];
}) {
  const { t } = useWords();
  if (!row.answer?.override) return null;
  return (
    <p className="verdict-changed">
      {machine &&
        machine !== 'unknown' &&
        chosen &&
        machine !== chosen &&
        `${t('check.verdict.recordedOther', { machine: t(`marks.${machine}`), outcome: t(`marks.${chosen}`) })}\u3000`}
      {t('check.verdict.overridden', { reason: row.answer.override })}
    </p>
  );
}

function Actions({
  view,
  status,
  hydroType,
}: {
  readonly view: ItemView;
  readonly status: string;
  readonly hydroType: InspectionSheet['summary']['hydroType'];
}) {
  const { t } = useWords();
  if (status !== 'fail') return null;
  const major = severityOf(view.item, hydroType) === 'major';
  const actions =
    view.verdict?.status === 'fail' ? view.verdict.actions : major ? view.item.majorActions : view.item.actions;
  const list = actions.map((action) => t(`live.actions.${action}`)).join(t('common.listJoin'));
  return (
    <p>
      {list !== '' && t('check.verdict.actions', { list })}
      {view.item.majorPossible && t('check.verdict.majorPossible')}
    </p>
  );
}
