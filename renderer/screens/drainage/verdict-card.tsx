import { useState } from 'react';
import type { AssessmentRow } from '../../../electron/ports/assessment-models.ts';
import { majorHazardOf, subsOf } from '../../../rules/assessment/assess.ts';
import { figuresOf, margin } from '../../../rules/assessment/figures.ts';
import { type StepId, type SubId, subWords } from '../../../rules/assessment/steps.words.ts';
import type { Judged } from '../../../rules/assessment/subs.ts';
import { amountIn } from '../../../rules/assessment/values.ts';
import { isCompany } from '../../../rules/packs/company.ts';
import { Mark } from '../../marks/mark.tsx';
import { verdictMark } from '../../marks/verdict-mark.ts';
import { Card } from '../../parts/card.tsx';
import { CitationDrawer, CitationLine } from '../../parts/citation-card.tsx';
import { UnknownTag } from '../../parts/tag.tsx';
import { markLimit, WithLimits } from '../../parts/with-limits.tsx';
import { useWords } from '../../words/words.ts';
import { Scale } from './scale.tsx';
import type { Figures } from './use-figures.ts';
import { saySub } from './verdict-words.ts';

export interface VerdictCardProps {
  readonly step: StepId;
  readonly row: AssessmentRow;
  readonly figures: Figures;
}

/** What a step comes to: each verdict in a sentence with its limit and the article behind it. */
export function VerdictCard({ step, row, figures }: VerdictCardProps) {
  const ids = subsOf(step);
  const scaled = ids.find((id) =>
    figuresOf(id, figures.assessment.subs[id].verdict).some(({ limit }) => limit !== null),
  );
  return (
    <Card>
      <div className="drainage-verdicts" role="status">
        {ids.map((id) => (
          <SubVerdict key={id} id={id} figures={figures} alone={ids.length === 1} withScale={id === scaled} />
        ))}
      </div>
      <Notes step={step} row={row} figures={figures} />
    </Card>
  );
}

interface SubProps {
  readonly id: SubId;
  readonly figures: Figures;
  readonly alone: boolean;
  readonly withScale: boolean;
}

function SubVerdict({ id, figures, alone, withScale }: SubProps) {
  const words = useWords();
  const { t, pick } = words;
  const [open, setOpen] = useState(false);
  const judged = figures.assessment.subs[id];
  const own = figures.byCompany[id];
  const { verdict } = judged;
  const severity = verdict.status === 'fail' ? figures.assessment.severity : null;
  const shown = figuresOf(id, verdict);
  const scale = shown.find((figure) => margin(figure)?.kept === false) ?? shown.find(({ limit }) => limit !== null);
  return (
    <section className="drainage-verdict" data-alone={alone ? '' : undefined}>
      <Mark kind={verdictMark(verdict.status, severity)} size={alone ? 32 : 24} />
      <div>
        <h2>
          {!alone && <span className="drainage-sub-name">{pick(subWords[id])}</span>}
          <WithLimits
            words={saySub(words, id, judged, markLimit)}
            citations={verdict.citations}
            workings={verdict.workings}
          />
        </h2>
        {verdict.citations.length > 0 && (
          <button
            type="button"
            className="drainage-basis"
            aria-label={t('drainage.verdict.basis')}
            onClick={() => setOpen(true)}
          >
            {verdict.citations.map((citation) => (
              <CitationLine key={`${citation.document}${citation.article ?? ''}`} citation={citation} />
            ))}
          </button>
        )}
        {withScale && scale && <Scale figure={scale} />}
        {own && <OwnLine id={id} own={own} />}
      </div>
      <CitationDrawer
        open={open}
        citations={verdict.citations}
        workings={verdict.workings}
        onClose={() => setOpen(false)}
      />
    </section>
  );
}

/** What the mine's own stricter figure says, on a line of its own: the law's stays above it. */
function OwnLine({ id, own }: { readonly id: SubId; readonly own: Judged }) {
  const words = useWords();
  const { t } = words;
  const { verdict } = own;
  const document = verdict.citations.find(isCompany);
  const kind = verdictMark(verdict.status, null);
  return (
    <p className="cell-mark">
      <Mark kind={kind} size={20} />
      <span>
        {t('check.verdict.byCompany', { word: t(`marks.${kind === 'ring' ? 'unknown' : kind}`) })}
        {'\u3000'}
        <WithLimits
          words={saySub(words, id, own, markLimit)}
          citations={verdict.citations}
          workings={verdict.workings}
        />
        {`\u3000${document?.title ?? ''}\u3000${document?.article ?? ''}`.trimEnd()}
      </span>
    </p>
  );
}

/** What else must be said beside the verdicts: conventions, condemned lengths, major hazards, figures in dispute. */
function Notes({ step, row, figures }: VerdictCardProps) {
  const { t } = useWords();
  const { assessment, values } = figures;
  const { content } = assessment.amounts;
  const ids = subsOf(step);
  const failed = ids.some((id) => assessment.subs[id].verdict.status === 'fail');
  const reads = row.figures.filter(({ source }) => source.from === 'reading' && source.grade.grade === 'notEvidence');
  const hazard = failed && assessment.severity === 'major' ? majorHazardOf(row.date) : null;
  const notes = [
    ...(content && (step === 'desorbable' || step === 'outburst' || step === 'residual')
      ? [
          <p key="content">
            {t('drainage.verdict.largest', { from: t(`drainage.verdict.from.${content.from}`) })}{' '}
            <UnknownTag words={t('drainage.verdict.convention')} />
          </p>,
        ]
      : []),
    ...(step === 'outburst' && failed
      ? [
          <p key="condemned">
            <WithLimits words={condemned()} citations={assessment.subs.outburst.verdict.citations} />
          </p>,
        ]
      : []),
    ...(hazard
      ? [
          <p key="hazard">
            {t('drainage.verdict.majorHazard')}　<CitationLine citation={hazard} />
          </p>,
        ]
      : []),
    ...(failed && reads.length > 0 && step === 'air' ? [<p key="alone">{t('drainage.verdict.notAlone')}</p>] : []),
    ...(row.figures.some(({ others }) => others.length > 0)
      ? [
          <p key="disputed" className="cell-mark">
            <Mark kind="conflict" size={18} />
            {t('drainage.verdict.disputed')}
          </p>,
        ]
      : []),
  ];
  return notes.length === 0 ? null : <div className="drainage-notes text-small">{notes}</div>;

  /** The reach of a failing test point, along the face where it is known where the point lies. */
  function condemned(): string {
    const radius = Number(assessment.subs.outburst.verdict.results.condemnedRadius_m ?? 0);
    const at = amountIn(values, 'pointAt_m');
    const words = t('drainage.verdict.condemned', { radius: markLimit(`${radius}\u00a0m`) });
    if (at === null) return words;
    const from = Math.max(0, at.minus(radius).toNumber());
    const reach = at.plus(radius).toNumber();
    const length = amountIn(values, 'strikeLength_m')?.toNumber() ?? reach;
    return `${words}　${t('drainage.verdict.condemnedAt', { from, to: Math.min(reach, length) })}`;
  }
}
