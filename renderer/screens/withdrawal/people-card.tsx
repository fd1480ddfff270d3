import { Input } from 'antd';
import { useState } from 'react';
import type { WithdrawalView } from '../../../electron/ports/withdrawal-models.ts';
import { missingOf } from '../../../vocabulary/withdrawal.ts';
import { Icon } from '../../marks/icon.tsx';
import { Mark } from '../../marks/mark.tsx';
import { Card } from '../../parts/card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import { NumberPad } from '../../parts/number-pad.tsx';
import { useWords } from '../../words/words.ts';
import { LocatingPhoto } from './locating-photo.tsx';
import { useHeadCount } from './use-head-count.ts';

type Which = 'before' | 'out';

/** How many were inside and how many are out: what is not counted is not out. */
export function PeopleCard({ order }: { readonly order: WithdrawalView }) {
  const { t } = useWords();
  const { counted, change, saving, fault } = useHeadCount(order);
  const [typing, setTyping] = useState<Which | null>(null);
  const disabled = order.voided !== null;
  const type = (which: Which, text: string) => {
    if (/^\d{0,4}$/.test(text)) change({ [which]: text === '' ? null : Number(text) });
  };
  return (
    <Card grow title={t('withdrawal.people')} aside={saving ? t('withdrawal.saving') : undefined}>
      <div className="withdrawal-people">
        {(['before', 'out'] as const).map((which) => (
          <Stepper
            key={which}
            label={t(`withdrawal.${which}`)}
            value={counted[which]}
            disabled={disabled}
            onStep={(value) => change({ [which]: value })}
            onType={() => setTyping(typing === which ? null : which)}
          />
        ))}
        {typing && (
          <NumberPad
            label={t(`withdrawal.${typing}`)}
            unit=""
            value={String(counted[typing] ?? '')}
            onChange={(text) => type(typing, text)}
          />
        )}
        {!typing && <Missing before={counted.before} out={counted.out} />}
        <Field label={t('withdrawal.source')}>
          {({ id }) => (
            <Input
              id={id}
              value={counted.source}
              maxLength={200}
              disabled={disabled}
              placeholder={t('withdrawal.sourcePlaceholder')}
              onChange={(event) => change({ source: event.target.value })}
            />
          )}
        </Field>
        <FaultLine fault={fault} />
        <LocatingPhoto order={order} />
      </div>
    </Card>
  );
}

interface StepperProps {
  readonly label: string;
  readonly value: number | null;
  readonly disabled: boolean;
  readonly onStep: (value: number) => void;
  readonly onType: () => void;
}

function Stepper({ label, value, disabled, onStep, onType }: StepperProps) {
  const { t } = useWords();
  return (
    <div className="withdrawal-stepper">
      <span>{label}</span>
      <div>
        <button
          type="button"
          aria-label={`${label} ${t('withdrawal.less')}`}
          disabled={disabled || value === null || value === 0}
          onClick={() => onStep((value ?? 0) - 1)}
        >
          <Icon name="minus" />
        </button>
        <button
          type="button"
          className="withdrawal-count"
          data-empty={value === null ? '' : undefined}
          aria-label={`${t('withdrawal.typeCount', { what: label })} ${value ?? t('withdrawal.notCounted')}`}
          disabled={disabled}
          onClick={onType}
        >
          {value ?? t('withdrawal.notCounted')}
        </button>
        <button
          type="button"
          aria-label={`${label} ${t('withdrawal.more')}`}
          disabled={disabled || value === 9999}
          onClick={() => onStep((value ?? 0) + 1)}
        >
          <Icon name="plus" />
        </button>
      </div>
    </div>
  );
}

function Missing({ before, out }: { readonly before: number | null; readonly out: number | null }) {
  const { t } = useWords();
  const missing = missingOf({ before, out });
  const over = (out ?? 0) - (before ?? 0);
  if (missing === null)
    return (
      <p className="withdrawal-missing" data-state="unknown">
        <Mark kind="unknown" size={24} /> {t('withdrawal.missingUnknown')}
      </p>
    );
  if (missing > 0)
    return (
      <p className="withdrawal-missing" data-state="missing">
        <Mark kind="alarm1" size={24} /> <strong>{t('withdrawal.missing', { n: missing })}</strong>
      </p>
    );
  return (
    <p className="withdrawal-missing" data-state="out">
      <Mark kind={over > 0 ? 'alarm3' : 'pass'} size={24} />
      {over > 0 ? t('withdrawal.overCount', { n: over }) : t('withdrawal.nobody')}
    </p>
  );
}
