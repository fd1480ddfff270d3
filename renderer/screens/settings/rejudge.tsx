import { Select } from 'antd';
import { useState } from 'react';
import type { RejudgeAsk, RejudgeReply } from '../../../electron/ports/rejudge-models.ts';
import { packsInUse } from '../../../rules/packs/in-use.ts';
import { ruleTitles } from '../../../rules/rule-titles.words.ts';
import type { Place } from '../../../vocabulary/place.ts';
import { isoDate } from '../../../vocabulary/time.ts';
import { actionCode } from '../../../vocabulary/verdict.ts';
import { Mark } from '../../marks/mark.tsx';
import { verdictMark } from '../../marks/verdict-mark.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Choice } from '../../parts/choice.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import { markLimit, WithLimits } from '../../parts/with-limits.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { useInspections, useQuestion } from '../../ports/questions.ts';
import { useCurrentInspection } from '../../shell/current-inspection.ts';
import { isoDay } from '../../words/format.ts';
import { useItemTitle } from '../../words/item-title.ts';
import { type SpokenWords, useWords } from '../../words/words.ts';
import './rejudge.css';

/** What may be judged anew: an inspection or an assessment, with its name and its own day. */
interface Subject {
  readonly key: string;
  readonly words: string;
  readonly of: RejudgeAsk['of'];
  readonly own: string;
}

/** Every inspection and every unit there is, the newest first. */
function useSubjects(): Readonly<Record<'inspections' | 'units', readonly Subject[]>> {
  const { t } = useWords();
  const inspections = useInspections().value ?? [];
  const assessments =
    useQuestion(['assessment', 'state'], (ports) => ports.recorder.ask('assessment/state', {})).value?.rows ?? [];
  const newest = inspections.toSorted((a, b) => b.openedAt - a.openedAt);
  return {
    inspections: newest.map(({ inspectionId, mine, date }) => ({
      key: String(inspectionId),
      words: `${mine}\u3000${date}`,
      of: { inspectionId },
      own: String(date),
    })),
    units: assessments.map(({ assessmentId, mine, name, year, quarter, date }) => ({
      key: String(assessmentId),
      words: t('rejudge.unit', { mine, name, year, quarter }),
      of: { assessmentId },
      own: String(date),
    })),
  };
}

/** 重判: which recorded verdicts the law of another day, or the packs as shipped, would change. The record is not touched. */
export function Rejudge({ onBack }: { readonly onBack: () => void }) {
  const { t } = useWords();
  const subjects = useSubjects();
  const current = useCurrentInspection().summary?.inspectionId;
  const [chosen, setChosen] = useState(String(current ?? ''));
  const all = [...subjects.inspections, ...subjects.units];
  const subject = all.find(({ key }) => key === chosen) ?? all[0];
  return (
    <Card
      title={t('rejudge.title')}
      aside={
        <Button icon="back" onPress={onBack}>
          {t('common.back')}
        </Button>
      }
    >
      <p className="text-small">{t('rejudge.why')}</p>
      {!subject && <p>{t('rejudge.none')}</p>}
      {subject && (
        <>
          <WhatToJudge subjects={subjects} chosen={subject.key} onChoose={setChosen} />
          <Asked key={subject.key} subject={subject} />
        </>
      )}
    </Card>
  );
}

interface WhatToJudgeProps {
  readonly subjects: ReturnType<typeof useSubjects>;
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

/** However many there are, one is found by writing a part of its mine, its name or its day. */
function WhatToJudge({ subjects, chosen, onChoose }: WhatToJudgeProps) {
  const { t } = useWords();
  const groups = (['inspections', 'units'] as const).filter((group) => subjects[group].length > 0);
  return (
    <Field label={t('rejudge.what')} hint={t('rejudge.whatHint')}>
      {({ id }) => (
        <Select
          id={id}
          className="rejudge-what"
          showSearch={{ optionFilterProp: 'label' }}
          value={chosen}
          options={groups.map((group) => ({
            label: t(`rejudge.${group}`),
            options: subjects[group].map(({ key, words }) => ({ value: key, label: words })),
          }))}
          onChange={onChoose}
        />
      )}
    </Field>
  );
}

function Asked({ subject }: { readonly subject: Subject }) {
  const { t } = useWords();
  const today = isoDay(useReach().now());
  const [day, setDay] = useState(today);
  const [chosen, setChosen] = useState<RejudgeAsk['packs']>('inUse');
  const date = isoDate.safeParse(day).data;
  const editions = packsInUse().filter(({ family, source }) => family === 'safety' && source === 'law');
  const offered = [
    { value: subject.own, words: t('rejudge.ownDay') },
    { value: today, words: t('rejudge.today') },
    ...editions.map(({ effectiveFrom, effectiveTo }) => ({
      value: String(effectiveTo ?? effectiveFrom),
      words: t('rejudge.edition', { from: effectiveFrom }),
    })),
  ];
  const answer = useQuestion(
    ['inspection', 'rejudge', subject.key, day, chosen],
    date ? (ports) => ports.recorder.ask('rules/rejudge', { of: subject.of, date, packs: chosen }) : null,
  );
  return (
    <>
      <Choice
        label={t('rejudge.by')}
        value={day}
        options={offered.filter(({ value }, at) => offered.findIndex((one) => one.value === value) === at)}
        onChoose={setDay}
      />
      <div className="rejudge-pair">
        <DayField label={t('rejudge.day')} value={day} onChange={setDay} />
        <Choice
          label={t('rejudge.packs')}
          value={chosen}
          options={(['inUse', 'shipped'] as const).map((value) => ({ value, words: t(`rejudge.packsOf.${value}`) }))}
          onChoose={setChosen}
        />
      </div>
      <FaultLine fault={answer.fault} />
      {answer.value && date && <Reply reply={answer.value} subject={subject} day={day} />}
    </>
  );
}

interface ReplyProps {
  readonly reply: RejudgeReply;
  readonly subject: Subject;
  readonly day: string;
}

function Reply({ reply, subject, day }: ReplyProps) {
  const { t } = useWords();
  const { of } = subject;
  const inspectionId = 'inspectionId' in of ? of.inspectionId : null;
  const sheet = useQuestion(
    ['inspection', 'sheet', inspectionId ?? 'none'],
    inspectionId ? (ports) => ports.recorder.ask('inspection/sheet', { inspectionId }) : null,
  );
  const { judged, changed, rows } = reply;
  const moved = rows.filter(({ changes }) => !changes).length;
  return (
    <section className="rejudge">
      <p>
        <strong>{t('rejudge.diff', { day, n: changed })}</strong>
      </p>
      <p className="text-small">{t('rejudge.rest', { judged, moved })}</p>
      <ul>
        {rows
          .filter(({ changes }) => changes)
          .map((row) => (
            <Change key={`${row.rule} ${row.itemId} ${row.placeId}`} row={row} places={sheet.value?.places ?? []} />
          ))}
      </ul>
    </section>
  );
}

type Row = RejudgeReply['rows'][number];

function Change({ row, places }: { readonly row: Row; readonly places: readonly Place[] }) {
  const { t, pick } = useWords();
  const titleOf = useItemTitle();
  const rule = ruleTitles[row.rule];
  const title = (row.itemId && titleOf(row.itemId)) ?? (rule ? pick(rule) : row.rule);
  const place = places.find(({ placeId }) => placeId === row.placeId)?.name;
  return (
    <li>
      <p>
        <strong>{title}</strong>
        {place ? `\u3000${place}` : ''}
      </p>
      <p className="rejudge-pair">
        <Side status={row.before} />
        <span aria-hidden="true">→</span>
        <Side status={row.after} />
      </p>
      {row.why
        .filter(({ what }) => what !== 'status' && what !== 'outcome')
        .map((one) => (
          <p key={`${one.what} ${one.symbol}`} className="text-small">
            <WithLimits words={sayDifference(t, one)} citations={row.citations} />
          </p>
        ))}
    </li>
  );
}

function Side({ status }: { readonly status: Row['before'] }) {
  const { t } = useWords();
  const kind = verdictMark(status, null);
  return (
    <span className="cell-mark">
      <Mark kind={kind} size={20} /> {t(status === 'unknown' ? 'marks.missingData' : `marks.${status}`)}
    </span>
  );
}

/** One reason in words: which figure, edition, order or missing fact is another. */
function sayDifference(t: SpokenWords['t'], { what, symbol, before, after }: Row['why'][number]): string {
  const none = t('common.none');
  if (what === 'limit')
    return t('rejudge.limit', { symbol: symbol ?? '', before: markLimit(before), after: markLimit(after) });
  const said = (text: string) => (text === '' ? none : text);
  if (what === 'actions')
    return t('rejudge.actions', { before: said(orders(t, before)), after: said(orders(t, after)) });
  if (what === 'edition') return t('rejudge.editions', { before: said(before), after: said(after) });
  if (what === 'severity')
    return t('rejudge.severity', { before: said(severityWord(t, before)), after: said(severityWord(t, after)) });
  return after === 'no-pack' ? t('rejudge.noPack') : t('rejudge.missing');
}

const orders = (t: SpokenWords['t'], codes: string): string =>
  codes
    .split(' ')
    .flatMap((code) => actionCode.safeParse(code).data ?? [])
    .map((code) => t(`live.actions.${code}`))
    .join(t('common.listJoin'));

const severityWord = (t: SpokenWords['t'], code: string): string =>
  code === '' ? '' : t(code === 'major' ? 'marks.failMajor' : 'marks.fail');
