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
import { TabletCard } from './tablet-card.tsx';
import { TodoCard } from './todo-card.tsx';
import './today.css';

/** What is next, what is owed, is my work safe. */
export function TodayScreen() {
  const [opening, setOpening] = useState(false);
  if (opening) return <OpenInspection onClose={() => setOpening(false)} />;
  return (
    <div className="page">
      <TodayHead onOpen={() => setOpening(true)} />
      <div className="page-columns today-columns">
        <TodayMain onOpen={() => setOpening(true)} />
        <div className="today-side">
          <TodoCard />
          <TabletCard />
          <OtherInspections />
        </div>
      </div>
    </div>
  );
}

function TodayHead({ onOpen }: { readonly onOpen: () => void }) {
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
      {summary && (
        <Button icon="check" onPress={onOpen}>
          {t('today.openAnother')}
        </Button>
      )}
    </div>
  );
}

function TodayMain({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useWords();
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
        <EmptyState words={t('today.empty')}>
          <Button kind="primary" size="big" onPress={onOpen}>
            {t('today.emptyButton')}
          </Button>
        </EmptyState>
      </section>
    );
  if (!sheet.value)
    return (
      <section className="today-inspection">
        <Slow />
      </section>
    );
  return <InspectionCard sheet={sheet.value} />;
}
