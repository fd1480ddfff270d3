import { Input } from 'antd';
import { useEffect, useState } from 'react';
import type { WithdrawalView } from '../../../electron/ports/withdrawal-models.ts';
import { resumeStepsOf } from '../../../rules/withdrawal/resume.ts';
import type { ResumeStep } from '../../../vocabulary/withdrawal.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useDeed } from '../../ports/questions.ts';
import { clockTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

/** Everybody is out; what must be looked at before anybody goes back in. */
export function ResumeCard({ order }: { readonly order: WithdrawalView }) {
  const { t } = useWords();
  const { withdrawalId, resume, trigger } = order;
  const [condition, setCondition] = useState(resume.condition);
  useEffect(() => setCondition(resume.condition), [resume.condition]);
  const say = useDeed((ports, said: { condition: string; done: ResumeStep[]; allowed: boolean }) =>
    ports.recorder.ask('withdrawal/resume', { withdrawalId, ...said }),
  );
  const done = resume.done.map(({ step }) => step);
  const allowed = resume.at !== null;
  const put = (steps: ResumeStep[], allow = false) => void say.run({ condition, done: steps, allowed: allow });
  const steps = resumeStepsOf(trigger.kind);
  const ready = steps.every((step) => done.includes(step));
  return (
    <Card grow title={t('withdrawal.resume')} aside={t('withdrawal.resumeHow')}>
      <div className="withdrawal-people">
        <Input.TextArea
          value={condition}
          rows={3}
          maxLength={1000}
          disabled={allowed}
          aria-label={t('withdrawal.condition')}
          onChange={(event) => setCondition(event.target.value)}
          onBlur={() => condition !== resume.condition && put(done)}
        />
        {steps.map((step) => {
          const at = resume.done.find((one) => one.step === step)?.at ?? null;
          return (
            <button
              key={step}
              type="button"
              className="withdrawal-post"
              aria-pressed={at !== null}
              disabled={allowed}
              onClick={() => put(at === null ? [...done, step] : done.filter((one) => one !== step))}
            >
              <Mark kind={at === null ? 'unanswered' : 'saved'} size={22} />
              <span>{t(`withdrawal.steps.${step}`)}</span>
              {at !== null && <span className="text-small">{clockTime(at)}</span>}
            </button>
          );
        })}
        <FaultLine fault={say.fault} />
        {resume.at === null ? (
          <Button wide disabled={!ready} busy={say.busy} onPress={() => put(done, true)}>
            {t('withdrawal.allow')}
          </Button>
        ) : (
          <p>{t('withdrawal.allowed', { time: clockTime(resume.at) })}</p>
        )}
      </div>
    </Card>
  );
}
