import { Input } from 'antd';
import { useState } from 'react';
import type { PlanRow } from '../../../electron/ports/plan-models.ts';
import type { Part } from '../../../electron/ports/team-models.ts';
import { isSamePerson } from '../../../electron/ports/team-models.ts';
import { groups } from '../../../rules/checklist/item.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { useDeed, useQuestion, useSession } from '../../ports/questions.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { isoDay } from '../../words/format.ts';
import { type SpokenWords, useWords } from '../../words/words.ts';

export const usePlans = () => useQuestion(['inspection', 'plans'], (ports) => ports.recorder.ask('plan/list', {}));

/** Plans whose inspection nobody has begun on this tablet yet. */
export const waitingPlans = (plans: readonly PlanRow[]): PlanRow[] =>
  plans.filter(({ cancelled, openedAt }) => cancelled === null && openedAt === null);

/** What was arranged and is not begun; one touch begins it. */
export function PlansCard({ first = false }: { readonly first?: boolean }) {
  const { t } = useWords();
  const waiting = waitingPlans(usePlans().value ?? []);
  if (waiting.length === 0) return null;
  return (
    <Card flush title={t('plan.card')} aside={waiting.length}>
      <ul>
        {waiting.map((plan, at) => (
          <Waiting key={plan.planId} plan={plan} primary={first && at === 0} />
        ))}
      </ul>
    </Card>
  );
}

function Waiting({ plan, primary }: { readonly plan: PlanRow; readonly primary: boolean }) {
  const { t } = useWords();
  const { go } = useNavigation();
  const { now } = useReach();
  const session = useSession().value;
  const [asking, setAsking] = useState(false);
  const start = useDeed((ports, planId: PlanRow['planId']) => ports.recorder.ask('plan/start', { planId }));
  const mayCancel = session?.device.role === 'lead' || session?.device.role === 'province';
  const isLate = plan.period.to < isoDay(now());
  const begin = () =>
    void start.run(plan.planId).then((done) => done.ok && go('today', { inspectionId: done.value.inspectionId }));
  return (
    <li className="card-row plan-row">
      <Mark kind={isLate ? 'alarm2' : 'unanswered'} />
      <div className="card-row-words">
        <p>
          <strong>{plan.mine}</strong>　{t(`inspectionKinds.${plan.kind}`)}　{plan.no}
        </p>
        <p className="text-small">{isLate ? t('plan.late', plan.period) : t('plan.dates', plan.period)}</p>
        <p className="text-faint">{whoWords(plan, session?.person, t)}</p>
        <FaultLine fault={start.fault} />
        {asking && <CancelPlan plan={plan} onDone={() => setAsking(false)} />}
      </div>
      {!asking && mayCancel && (
        <Button size="small" kind="quiet" onPress={() => setAsking(true)}>
          {t('plan.cancel')}
        </Button>
      )}
      {!asking && (
        <Button kind={primary ? 'primary' : 'normal'} busy={start.busy} onPress={begin}>
          {t('plan.start')}
        </Button>
      )}
    </li>
  );
}

function whoWords({ team, places }: PlanRow, me: Parameters<typeof isSamePerson>[1], t: SpokenWords['t']): string {
  const mine = team.officers.find((officer) => isSamePerson(officer, me));
  if (!mine) return t('plan.others', { names: team.officers.map(({ name }) => name).join(t('common.listJoin')) });
  const words = (part: Part) => {
    if ('place' in part) return places.find(({ placeId }) => placeId === part.place)?.name ?? '';
    return t(`check.groups.${groups.find((group) => group === part.group) ?? 'other'}`);
  };
  const parts = team.assignments.filter(({ officer }) => officer === mine.personId).map(({ part }) => words(part));
  return parts.length === 0 ? t('plan.yoursAll') : t('plan.yours', { parts: parts.join(t('common.listJoin')) });
}

function CancelPlan({ plan, onDone }: { readonly plan: PlanRow; readonly onDone: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const cancel = useDeed((ports, why: string) =>
    ports.recorder.ask('plan/cancel', { planId: plan.planId, reason: why }),
  );
  return (
    <div className="plan-cancel">
      <Field label={t('plan.cancelReason')} hint={t('plan.cancelWhy')}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <FaultLine fault={cancel.fault} />
      <div className="plan-cancel-buttons">
        <Button onPress={onDone}>{t('plan.keep')}</Button>
        <Button
          disabled={reason.trim() === ''}
          busy={cancel.busy}
          onPress={() => void cancel.run(reason).then((done) => done.ok && onDone())}
        >
          {t('plan.cancelDo')}
        </Button>
      </div>
    </div>
  );
}
