import { useState } from 'react';
import type { WithdrawalView } from '../../../electron/ports/withdrawal-models.ts';
import type { NamedPlace } from '../../../vocabulary/withdrawal.ts';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useDeed } from '../../ports/questions.ts';
import { useCurrentInspection } from '../../shell/current-inspection.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { clockSeconds } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { AreaCard } from './area-card.tsx';
import { nearestFirst, samePlace } from './draft-model.ts';
import { OrderHead } from './order-head.tsx';
import { OrderPrint } from './order-print.tsx';
import { OrderSigning } from './order-signing.tsx';
import { PeopleCard } from './people-card.tsx';
import { ResumeCard } from './resume-card.tsx';
import { ToldCard } from './told-card.tsx';
import { VoidForm } from './void-form.tsx';

type Sheet = 'order' | 'print' | 'sign' | 'void';

/** An order that stands: how many are still inside, who knows, and what is written later. */
export function OrderPage({ order }: { readonly order: WithdrawalView }) {
  const [sheet, setSheet] = useState<Sheet>('order');
  const back = () => setSheet('order');
  if (sheet === 'print') return <OrderPrint order={order} onBack={back} />;
  if (sheet === 'sign') return <OrderSigning order={order} onBack={back} />;
  return (
    <div className="withdrawal">
      <OrderHead order={order} />
      {sheet === 'void' && <VoidForm order={order} onBack={back} />}
      <div className="withdrawal-order">
        <OrderArea order={order} />
        {order.clearedAt === null ? <PeopleCard order={order} /> : <ResumeCard order={order} />}
        <ToldCard order={order} />
      </div>
      <OrderFoot order={order} onOpen={setSheet} />
    </div>
  );
}

function OrderArea({ order }: { readonly order: WithdrawalView }) {
  const { sheet } = useCurrentInspection();
  const widen = useDeed((ports, area: NamedPlace[]) =>
    ports.recorder.ask('withdrawal/change', { withdrawalId: order.withdrawalId, area }),
  );
  const own = sheet.value?.summary.inspectionId === order.inspectionId ? sheet.value.places : [];
  const places = nearestFirst(
    own.map(({ placeId, name }) => ({ placeId, name })),
    order.foundPlace,
  );
  const toggle = (place: NamedPlace) => {
    const without = order.area.filter((one) => !samePlace(one, place));
    const area = without.length < order.area.length ? without : [...order.area, place];
    if (area.length > 0) void widen.run(area);
  };
  return (
    <div className="withdrawal-column">
      <AreaCard tight places={places} area={order.area} disabled={order.voided !== null} onToggle={toggle} />
      <FaultLine fault={widen.fault} />
    </div>
  );
}

interface FootProps {
  readonly order: WithdrawalView;
  readonly onOpen: (sheet: Sheet) => void;
}

function OrderFoot({ order, onOpen }: FootProps) {
  const { t } = useWords();
  const { place, withdraw } = useNavigation();
  const signed = order.signatures.length;
  return (
    <footer className="withdrawal-foot">
      <Button icon="back" onPress={() => withdraw(null)}>
        {t('withdrawal.back', { screen: t(`shell.rail.${place.screen}`) })}
      </Button>
      <Button icon="print" onPress={() => onOpen('print')}>
        {t('withdrawal.print')}
      </Button>
      <Button icon="person" onPress={() => onOpen('sign')}>
        {signed === 0 ? t('withdrawal.sign') : t('withdrawal.signed', { n: signed })}
      </Button>
      {order.voided === null && order.clearedAt === null && (
        <Button kind="quiet" onPress={() => onOpen('void')}>
          {t('withdrawal.void')}
        </Button>
      )}
      <span className="withdrawal-saved" role="status">
        {t('withdrawal.saved', { time: clockSeconds(order.savedAt) })}
      </span>
      {order.voided === null && <ClearButton order={order} />}
    </footer>
  );
}

/** Nobody is written off: the button waits until everybody is counted out. */
function ClearButton({ order }: { readonly order: WithdrawalView }) {
  const { t } = useWords();
  const { withdrawalId, clearedAt } = order;
  const { missing } = order.people;
  const clear = useDeed((ports, cleared: boolean) => ports.recorder.ask('withdrawal/clear', { withdrawalId, cleared }));
  if (clearedAt !== null)
    return order.resume.at === null ? (
      <Button busy={clear.busy} onPress={() => void clear.run(false)}>
        {t('withdrawal.unclear')}
      </Button>
    ) : null;
  const why =
    missing === null ? t('withdrawal.clearUncounted') : missing > 0 ? t('withdrawal.clearLeft', { n: missing }) : null;
  return (
    <>
      <FaultLine fault={clear.fault} />
      <Button
        kind={why === null ? 'primary' : 'normal'}
        size="big"
        disabled={why !== null}
        busy={clear.busy}
        onPress={() => void clear.run(true)}
      >
        {[t('withdrawal.clear'), ...(why === null ? [] : [why])].join('\u3000')}
      </Button>
    </>
  );
}
