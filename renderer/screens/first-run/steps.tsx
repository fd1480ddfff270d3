import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { PersonFields } from '../../../electron/ports/session-models.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { OptionCard } from '../../parts/option-card.tsx';
import { useWords } from '../../words/words.ts';
import { Enrol } from '../settings/enrol.tsx';
import { passphraseTrouble } from './first-run-model.ts';

export interface StepProps {
  readonly number: number;
  readonly at: number;
  readonly title: string;
  readonly children: ReactNode;
  readonly onChange?: (() => void) | undefined;
}

/** One question: its number, a tick once answered, and the way back to it while it can be changed. */
export function Step({ number, at, title, children, onChange }: StepProps) {
  const { t } = useWords();
  const state = number < at ? 'done' : number === at ? 'now' : 'later';
  return (
    <section className="first-run-step" data-state={state}>
      <span className="first-run-number">{state === 'done' ? <Mark kind="saved" /> : number}</span>
      <div>
        <h2>{title}</h2>
        {children}
      </div>
      {state === 'done' && onChange && <Button onPress={onChange}>{t('common.change')}</Button>}
    </section>
  );
}

interface WhoProps {
  readonly person: PersonFields;
  readonly open: boolean;
  readonly onChange: (person: PersonFields) => void;
}

export function Who({ person, open, onChange }: WhoProps) {
  const { t } = useWords();
  if (!open)
    return (
      <p className="first-run-answer">
        {t('firstRun.who.line', { name: person.name, no: person.certificateNo, team: person.team })}
      </p>
    );
  const field = (key: keyof PersonFields, label: string, more: { placeholder?: string; autoFocus?: boolean } = {}) => (
    <Field label={label}>
      {({ id }) => (
        <Input
          id={id}
          maxLength={key === 'team' ? 60 : 40}
          value={person[key]}
          onChange={(event) => onChange({ ...person, [key]: event.target.value })}
          {...more}
        />
      )}
    </Field>
  );
  return (
    <div className="first-run-fields">
      {field('name', t('firstRun.who.name'), { autoFocus: true })}
      {field('certificateNo', t('firstRun.who.certificateNo'))}
      {field('team', t('firstRun.who.team'), { placeholder: t('firstRun.who.teamPlaceholder') })}
    </div>
  );
}

interface LostProps {
  readonly open: boolean;
  readonly made: boolean;
  readonly first: string;
  readonly second: string;
  readonly onFirst: (text: string) => void;
  readonly onSecond: (text: string) => void;
}

export function Lost({ open, made, first, second, onFirst, onSecond }: LostProps) {
  const { t } = useWords();
  if (!open) return <p className="first-run-answer">{made ? t('firstRun.lost.set') : t('firstRun.lost.why')}</p>;
  const trouble = passphraseTrouble(first, second);
  return (
    <>
      <p className="text-small">{t('firstRun.lost.why')}</p>
      <div className="first-run-fields">
        <Field
          label={t('firstRun.lost.passphrase')}
          hint={t('firstRun.lost.forget')}
          wrong={trouble?.kind === 'short' ? t('firstRun.lost.short', { n: trouble.missing }) : null}
        >
          {({ id, describedBy }) => (
            <Input.Password
              id={id}
              aria-describedby={describedBy}
              autoFocus
              visibilityToggle={false}
              autoComplete="new-password"
              maxLength={200}
              value={first}
              onChange={(event) => onFirst(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('firstRun.lost.again')} wrong={trouble?.kind === 'differ' ? t('firstRun.lost.differ') : null}>
          {({ id, describedBy }) => (
            <Input.Password
              id={id}
              aria-describedby={describedBy}
              visibilityToggle={false}
              autoComplete="new-password"
              maxLength={200}
              value={second}
              onChange={(event) => onSecond(event.target.value)}
            />
          )}
        </Field>
      </div>
    </>
  );
}

export type Way = 'import' | 'later';

interface IdentityProps {
  readonly open: boolean;
  readonly way: Way;
  readonly onWay: (way: Way) => void;
  readonly onTaken: () => void;
}

/** Certificate now or later; without it everything but handing in works. */
export function Identity({ open, way, onWay, onTaken }: IdentityProps) {
  const { t } = useWords();
  if (!open) return <p className="first-run-answer">{t('firstRun.identity.why')}</p>;
  return (
    <>
      <p className="text-small">{t('firstRun.identity.why')}</p>
      <div className="first-run-ways">
        <OptionCard
          title={t('firstRun.identity.import')}
          why={t('firstRun.identity.importWhy')}
          chosen={way === 'import'}
          onChoose={() => onWay('import')}
        />
        <OptionCard
          title={t('firstRun.identity.later')}
          why={t('firstRun.identity.laterWhy')}
          chosen={way === 'later'}
          onChoose={() => onWay('later')}
        />
      </div>
      {way === 'import' && <Enrol principal={null} onTaken={onTaken} />}
    </>
  );
}
