import { Input } from 'antd';
import { useState } from 'react';
import type { PlanDraft } from '../../../electron/ports/plan-models.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { useDeed } from '../../ports/questions.ts';
import { isoDay } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { AssignParts } from './assign-parts.tsx';
import { WhatAndWhere } from './open-inspection.tsx';
import { OfficerRows, PlaceRows } from './open-rows.tsx';
import { missingInPlan, type PlanForm, partsOf, planOf } from './plan-draft.ts';

/** The lead lays down what is owed: which mine, when, which places in walking order, by whom, and who checks what. */
export function PlanPage({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const { now } = useReach();
  const [form, setForm] = useState<PlanForm>(() => ({
    mine: '',
    kind: 'planned',
    hydroType: '',
    packs: ['water'],
    planNo: '',
    places: [{ row: 0, code: '', name: '' }],
    officers: [0, 1].map((row) => ({ row, name: '', certificateNo: '' })),
    from: isoDay(now()),
    to: '',
    distances: {},
    assigned: {},
  }));
  const change = (part: Partial<PlanForm>) => setForm((before) => ({ ...before, ...part }));
  const make = useDeed((ports, draft: PlanDraft) => ports.recorder.ask('plan/make', draft));
  const missing = missingInPlan(form);
  const save = () => {
    const draft = planOf(form);
    if (draft) void make.run(draft).then((done) => done.ok && onClose());
  };
  const fieldWords = (one: (typeof missing)[number]) => (one === 'period' ? t('plan.period') : t(`today.form.${one}`));
  return (
    <div className="page">
      <div className="page-head">
        <Button icon="back" onPress={onClose}>
          {t('common.back')}
        </Button>
        <div className="page-title">
          <h1>{t('plan.title')}</h1>
        </div>
        <span className="text-small" id="plan-missing">
          {missing.length > 0 &&
            t('today.form.missing', { fields: missing.map(fieldWords).join(t('common.listJoin')) })}
        </span>
        <Button kind="primary" disabled={missing.length > 0} busy={make.busy} describedBy="plan-missing" onPress={save}>
          {make.busy ? t('common.working') : t('plan.save')}
        </Button>
      </div>
      <FaultLine fault={make.fault} />
      <div className="open-inspection">
        <WhatAndWhere form={form} onChange={change}>
          <div className="plan-period">
            <DayField label={t('plan.from')} value={form.from} onChange={(from) => change({ from })} />
            <DayField label={t('plan.to')} value={form.to} onChange={(to) => change({ to })} />
          </div>
        </WhatAndWhere>
        <div className="today-side">
          <PlaceRows
            places={form.places}
            onChange={(places) => change({ places })}
            more={({ row, name }, at) =>
              at > 0 && (
                <Input
                  className="plan-distance"
                  value={form.distances[row] ?? ''}
                  inputMode="numeric"
                  maxLength={5}
                  aria-label={`${t('plan.distance')} ${name}`}
                  placeholder={t('plan.distancePlaceholder')}
                  onChange={(event) => change({ distances: { ...form.distances, [row]: event.target.value } })}
                />
              )
            }
          />
          <OfficerRows officers={form.officers} onChange={(officers) => change({ officers })} />
          <WhoChecksWhat form={form} onChange={change} />
        </div>
      </div>
    </div>
  );
}

function WhoChecksWhat({
  form,
  onChange,
}: {
  readonly form: PlanForm;
  readonly onChange: (part: Partial<PlanForm>) => void;
}) {
  const { t } = useWords();
  const officers = form.officers.filter(({ name }) => name.trim() !== '');
  const placeName = (row: number) => form.places.find((one) => one.row === row)?.name ?? '';
  const assign = (part: string, officer: string | null) => {
    const { [part]: _, ...others } = form.assigned;
    onChange({ assigned: officer === null ? others : { ...others, [part]: Number(officer) } });
  };
  return (
    <Card title={t('plan.assign')}>
      <p className="text-faint">{t(officers.length === 0 ? 'plan.assignNobody' : 'plan.assignHint')}</p>
      {officers.length > 0 && (
        <AssignParts
          mayFree
          parts={partsOf(form).map((part) => ({
            key: part.key,
            words: 'group' in part ? t(`check.groups.${part.group}`) : placeName(part.row),
          }))}
          officers={officers.map(({ row, name }) => ({ key: String(row), name }))}
          assigned={Object.fromEntries(Object.entries(form.assigned).map(([part, row]) => [part, String(row)]))}
          onAssign={assign}
        />
      )}
    </Card>
  );
}
