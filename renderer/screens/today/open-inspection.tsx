import { AutoComplete, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { hydroType, inspectionKind } from '../../../electron/ports/inspection-models.ts';
import type { ChecklistPack } from '../../../vocabulary/place.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Choice } from '../../parts/choice.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import { useDeed, useQuestion, useSession } from '../../ports/questions.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { useWords } from '../../words/words.ts';
import { draftOf, missingOf, type OpenForm } from './draft.ts';
import { OfficerRows, PlaceRows } from './open-rows.tsx';

function useForm() {
  const person = useSession().value?.person;
  return useState<OpenForm>({
    mine: '',
    kind: 'special',
    hydroType: '',
    packs: ['water'],
    planNo: '',
    places: [{ row: 0, code: '', name: '' }],
    officers: [{ row: 0, name: person?.name ?? '', certificateNo: person?.certificateNo ?? '' }],
  });
}

/** Mine, kind, water type, plan, places in walking order, officers. The record begins with its first press. */
export function OpenInspection({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const { go } = useNavigation();
  const [form, setForm] = useForm();
  const open = useDeed((ports, ask: NonNullable<ReturnType<typeof draftOf>>) =>
    ports.recorder.ask('inspection/open', ask),
  );
  const change = (part: Partial<OpenForm>) => setForm((before) => ({ ...before, ...part }));
  const missing = missingOf(form);
  const start = () => {
    const draft = draftOf(form);
    if (draft) void open.run(draft).then((done) => done.ok && go('check', { inspectionId: done.value.inspectionId }));
  };
  return (
    <div className="page">
      <div className="page-head">
        <Button icon="back" onPress={onClose}>
          {t('common.back')}
        </Button>
        <div className="page-title">
          <h1>{t('today.form.title')}</h1>
        </div>
        <span className="text-small" id="open-missing">
          {missing.length > 0 &&
            t('today.form.missing', {
              fields: missing.map((one) => t(`today.form.${one}`)).join(t('common.listJoin')),
            })}
        </span>
        <Button
          kind="primary"
          disabled={missing.length > 0}
          busy={open.busy}
          describedBy="open-missing"
          iconAfter="next"
          onPress={start}
        >
          {open.busy ? t('common.working') : t('today.form.start')}
        </Button>
      </div>
      <FaultLine fault={open.fault} />
      <div className="open-inspection">
        <WhatAndWhere form={form} onChange={change} />
        <div className="today-side">
          <PlaceRows places={form.places} onChange={(places) => change({ places })} />
          <OfficerRows officers={form.officers} onChange={(officers) => change({ officers })} />
        </div>
      </div>
    </div>
  );
}

const packChoices: readonly (readonly ChecklistPack[])[] = [['water'], ['gas'], ['water', 'gas']];
const nameOfPacks = ([first = 'water', second]: readonly ChecklistPack[]) => (second ? 'both' : first);

/** Which mine, what kind of inspection, which checklists, and the number of the paper behind it. */
export function WhatAndWhere({
  form,
  onChange,
  children,
}: {
  readonly form: OpenForm;
  readonly onChange: (part: Partial<OpenForm>) => void;
  readonly children?: ReactNode;
}) {
  const { t } = useWords();
  const mines = useQuestion(['inspection', 'mines'], (ports) => ports.recorder.ask('mine/names', {}));
  return (
    <Card>
      <Field label={t('today.form.mine')}>
        {({ id }) => (
          <AutoComplete
            id={id}
            value={form.mine}
            maxLength={80}
            placeholder={t('today.form.minePlaceholder')}
            options={(mines.value ?? []).map((name) => ({ value: name }))}
            showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
            onChange={(mine) => onChange({ mine })}
          />
        )}
      </Field>
      <Choice
        label={t('today.form.kind')}
        value={form.kind}
        options={inspectionKind.options.map((value) => ({ value, words: t(`inspectionKinds.${value}`) }))}
        onChoose={(kind) => onChange({ kind })}
      />
      <Choice
        label={t('today.form.hydroType')}
        value={form.hydroType}
        options={hydroType.options.map((value) => ({ value, words: t(`hydroTypes.${value}`) }))}
        onChoose={(type) => onChange({ hydroType: type })}
      />
      <Choice
        label={t('today.form.packs')}
        value={form.packs.join(' ')}
        options={packChoices.map((packs) => ({
          value: packs.join(' '),
          words: t(`today.form.packChoices.${nameOfPacks(packs)}`),
        }))}
        onChoose={(chosen) =>
          onChange({ packs: packChoices.find((packs) => packs.join(' ') === chosen) ?? form.packs })
        }
      />
      <Field label={t('today.form.planNo')}>
        {({ id }) => (
          <Input
            id={id}
            value={form.planNo}
            maxLength={60}
            placeholder={t('today.form.planPlaceholder')}
            onChange={(event) => onChange({ planNo: event.target.value })}
          />
        )}
      </Field>
      {children}
    </Card>
  );
}
