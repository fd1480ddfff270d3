import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { FaultPlace } from '../../parts/fault-line.tsx';
import { Slow } from '../../parts/slow.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { useSession } from '../../ports/questions.ts';
import { useCurrentInspection } from '../../shell/current-inspection.ts';
import { longDay } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { InspectionCard } from './inspection-card.tsx';
import { OpenInspection } from './open-inspection.tsx';
import { OtherInspections } from './other-inspections.tsx';
import { PlanPage } from './plan-page.tsx';
import { PlansCard, usePlans, waitingPlans } from './plans-card.tsx';
import { TabletCard } from './tablet-card.tsx';
import { TeamPage } from './team-page.tsx';
import { TodoCard } from './todo-card.tsx';
import './today.css';

type TodayPage = 'today' | 'open' | 'plan' | 'team';
interface Pages {
  readonly onPage: (page: TodayPage) => void;
}

/** What is next, what is owed, is my work safe. */
export function TodayScreen() {
  const [page, setPage] = useState<TodayPage>('today');
  const { sheet, list } = useCurrentInspection();
  const close = () => setPage('today');
  if (page === 'open') return <OpenInspection onClose={close} />;
  if (page === 'plan') return <PlanPage onClose={close} />;
  if (page === 'team' && sheet.value) return <TeamPage sheet={sheet.value} onClose={close} />;
  return (
    <div className="page">
      <TodayHead onPage={setPage} />
      <div className="page-columns today-columns">
        <TodayMain onPage={setPage} />
        <div className="today-side">
          {list.value?.length !== 0 && <PlansCard />}
          <TodoCard />
          <TabletCard />
          <OtherInspections />
        </div>
      </div>
    </div>
  );
}

function TodayHead({ onPage }: Pages) {
  const { t, language } = useWords();
  const { now } = useReach();
  const session = useSession().value;
  const { summary } = useCurrentInspection();
  const person = session?.person;
  const role = session?.device.role;
  const who = person && {
    team: person.team,
    name: person.name,
    ...(role ? { role: t(`roles.${role}`) } : {}),
  };
  return (
    <div className="page-head">
      <div className="page-title">
        <h1>{longDay(now(), language)}</h1>
        <p className="text-small">
          {who && t(role ? 'today.personRole' : 'today.person', who)}
          {summary?.planNo ? `　${t('today.plan', { no: summary.planNo })}` : ''}
        </p>
      </div>
      {(role === 'lead' || role === 'province') && (
        <Button icon="plus" onPress={() => onPage('plan')}>
          {t('plan.arrange')}
        </Button>
      )}
      {summary && (
        <Button icon="check" onPress={() => onPage('open')}>
          {t('today.openAnother')}
        </Button>
      )}
    </div>
  );
}

function TodayMain({ onPage }: Pages) {
  const { t } = useWords();
  const waiting = waitingPlans(usePlans().value ?? []);
  const { list, sheet } = useCurrentInspection();
  const fault = list.fault ?? sheet.fault;
  if (fault)
    return (
      <FaultPlace
        fault={fault}
        again={() => {
          list.again();
          sheet.again();
        }}
      />
    );
  if (list.value?.length === 0)
    return (
      <section className="today-inspection">
        <EmptyState words={waiting.length > 0 ? t('plan.waiting', { n: waiting.length }) : t('today.empty')}>
          <Button kind={waiting.length > 0 ? 'normal' : 'primary'} size="big" onPress={() => onPage('open')}>
            {t('today.emptyButton')}
          </Button>
        </EmptyState>
        <PlansCard first />
      </section>
    );
  if (!sheet.value)
    return (
      <section className="today-inspection">
        <Slow />
      </section>
    );
  return <InspectionCard sheet={sheet.value} onTeam={() => onPage('team')} />;
}
