import { useState } from 'react';
import { withdrawalBasis } from '../../../rules/withdrawal/trigger.ts';
import { beijingDay, type EpochMs, epochMs } from '../../../vocabulary/time.ts';
import type { NamedPlace, TriggerKind } from '../../../vocabulary/withdrawal.ts';
import { alarmCenter } from '../../live/alarm-center.ts';
import { usePlaceHere } from '../../live/place-here.ts';
import { sayCause } from '../../live/say-alarm.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { CitationLine } from '../../parts/citation-card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { markLimit, WithLimits } from '../../parts/with-limits.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { useWithdrawals } from '../../ports/questions.ts';
import { useCurrentInspection } from '../../shell/current-inspection.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import type { WithdrawalRequest } from '../../shell/withdrawal-request.ts';
import { clockTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { AreaCard } from './area-card.tsx';
import { chooseKind, type Draft, firstDraft, nearestFirst, orderOf, toggleArea, toggleSign } from './draft-model.ts';
import { SignBoard } from './sign-board.tsx';
import { useIssue } from './use-issue.ts';

const otherKinds = ['gas', 'storm', 'belowHole', 'drilling', 'other'] as const satisfies readonly TriggerKind[];

/** The inspection an order belongs to: the open one. */
function useAbout() {
  const { sheet } = useCurrentInspection();
  const place = usePlaceHere();
  const open = sheet.value && sheet.value.summary.signedAt === null ? sheet.value : null;
  const places: NamedPlace[] = open?.places.map(({ placeId, name }) => ({ placeId, name })) ?? [];
  const here: NamedPlace | null = place?.name ? { placeId: place.placeId, name: place.name } : null;
  return {
    inspectionId: open?.summary.inspectionId ?? null,
    mine: sheet.value?.summary.mine ?? '',
    places,
    here,
  };
}

/** What was seen and which area: then the order is issued. Nothing else is asked before people go. */
export function OrderDraftPage({ request }: { readonly request: WithdrawalRequest }) {
  const about = useAbout();
  const { now } = useReach();
  const [foundAt] = useState(() => epochMs.parse(Math.round(now())));
  const [said, setSaid] = useState<Draft | null>(null);
  const draft = said ?? firstDraft(request, about.here);
  const issue = useIssue();
  const order = () =>
    issue.run(orderOf(draft, request, about, draft.kind === 'gas' && request.alarm !== null ? null : foundAt));
  return (
    <div className="withdrawal">
      <DraftHead />
      <div className="withdrawal-draft">
        <AreaCard
          places={nearestFirst(about.places, request.place ?? about.here)}
          area={draft.area}
          onToggle={(place) => setSaid(toggleArea(draft, place))}
        />
        <FoundCard draft={draft} request={request} onChange={setSaid} />
        <BasisCard draft={draft} request={request} foundAt={foundAt} />
      </div>
      <FaultLine fault={issue.fault} />
      <DraftFoot draft={draft} busy={issue.busy} onIssue={order} />
    </div>
  );
}

function DraftHead() {
  const { t } = useWords();
  return (
    <header className="withdrawal-head">
      <h1>{t('withdrawal.title')}</h1>
      <p className="text-small">{t('withdrawal.lead')}</p>
    </header>
  );
}

interface FoundProps {
  readonly draft: Draft;
  readonly request: WithdrawalRequest;
  readonly onChange: (draft: Draft) => void;
}

const alarmOf = (request: WithdrawalRequest) => alarmCenter.get().find(({ id }) => id === request.alarm);

function FoundCard({ draft, request, onChange }: FoundProps) {
  const { t } = useWords();
  const alarm = alarmOf(request);
  const kinds = (
    <div className="withdrawal-kinds">
      {otherKinds.map((kind) => (
        <Button key={kind} pressed={draft.kind === kind} onPress={() => onChange(chooseKind(draft, kind))}>
          {t(`withdrawal.kinds.${kind}`)}
        </Button>
      ))}
    </div>
  );
  return (
    <Card grow title={t('withdrawal.whatFound')} aside={t('withdrawal.whatFoundHow')}>
      <div className="withdrawal-found">
        {alarm && draft.kind === 'gas' && (
          <p className="withdrawal-cause">
            <WithLimits words={sayCause(t, alarm, markLimit)} citations={alarm.cause.citations} />
          </p>
        )}
        {request.kind === 'gas' && kinds}
        <SignBoard seen={draft.signs} onToggle={(code) => onChange(toggleSign(draft, code))} />
        {request.kind !== 'gas' && kinds}
      </div>
    </Card>
  );
}

interface BasisProps {
  readonly draft: Draft;
  readonly request: WithdrawalRequest;
  readonly foundAt: EpochMs;
}

/** What the order will rest on, and the orders that stand already. */
function BasisCard({ draft, request, foundAt }: BasisProps) {
  const { t } = useWords();
  const { withdraw } = useNavigation();
  const limit = draft.kind === 'gas' ? (alarmOf(request)?.cause.citations ?? []) : [];
  const basis = [...limit, ...withdrawalBasis(draft.kind, beijingDay(foundAt))];
  const orders = (useWithdrawals().value ?? []).filter((one) => one.voided === null).slice(0, 4);
  return (
    <Card grow title={t('withdrawal.basis')}>
      <div className="withdrawal-basis">
        {basis.length === 0 && <p className="text-small">{t('withdrawal.basisNone')}</p>}
        {basis.map((citation) => (
          <p key={`${citation.document}${citation.article ?? ''}`}>
            <CitationLine citation={citation} />
          </p>
        ))}
        <p className="text-small">{t('withdrawal.basisLater')}</p>
        {orders.length > 0 && <h3>{t('withdrawal.already')}</h3>}
        {orders.map((one) => (
          <Button key={one.withdrawalId} wide onPress={() => withdraw({ orderId: one.withdrawalId })}>
            {clockTime(one.issuedAt)} {one.area.map(({ name }) => name).join(t('common.listJoin'))}
          </Button>
        ))}
      </div>
    </Card>
  );
}

function DraftFoot({
  draft,
  busy,
  onIssue,
}: {
  readonly draft: Draft;
  readonly busy: boolean;
  readonly onIssue: () => void;
}) {
  const { t } = useWords();
  const { place, withdraw } = useNavigation();
  const ready = draft.area.length > 0;
  return (
    <footer className="withdrawal-foot">
      <Button icon="back" onPress={() => withdraw(null)}>
        {t('withdrawal.back', { screen: t(`shell.rail.${place.screen}`) })}
      </Button>
      <span className="withdrawal-gap" />
      <Button kind="primary" size="big" disabled={!ready} busy={busy} onPress={onIssue}>
        {ready ? t('withdrawal.issue') : t('withdrawal.chooseArea')}
      </Button>
    </footer>
  );
}
