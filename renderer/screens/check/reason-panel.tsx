import { Input } from 'antd';
import { useState } from 'react';
import type { Outcome } from '../../../electron/ports/inspection-models.ts';
import type { VerdictStatus } from '../../../vocabulary/verdict.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { useKeys } from '../../shell/use-keys.ts';
import { useWords } from '../../words/words.ts';
import { needOf, notApplicableReasons, shortReasons } from './answer-need.ts';

export interface ReasonPanelProps {
  readonly outcome: Outcome;
  readonly machine: VerdictStatus | null;
  readonly onGive: (reason: string) => void;
  readonly onBack: () => void;
}

/** Six short reasons, each an answer by itself, or one written out. Going against the numbers is always written. */
export function ReasonPanel({ outcome, machine, onGive, onBack }: ReasonPanelProps) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const need = needOf(outcome, machine);
  const short = outcome === 'unknown' ? shortReasons : outcome === 'notApplicable' ? notApplicableReasons : [];
  const word = t(`marks.${outcome}`);
  useKeys([{ key: 'Escape', words: t('check.reasons.back'), run: onBack }]);
  const give = () => text.trim() !== '' && onGive(text);
  return (
    <section className="reason-panel">
      <h2>
        {need === 'override' && machine
          ? t('check.reasons.override', { machine: t(`marks.${machine}`), outcome: word })
          : t('check.reasons.title', { word })}
      </h2>
      {need === 'reason' && (
        <div className="reason-options">
          {short.map((reason) => (
            <Button key={reason} onPress={() => onGive(t(`check.reasons.${reason}`))}>
              {t(`check.reasons.${reason}`)}
            </Button>
          ))}
        </div>
      )}
      <div className="reason-other">
        <Field label={t(need === 'override' ? 'check.reasons.otherLabel' : 'check.reasons.other')}>
          {({ id }) => (
            <Input
              id={id}
              autoFocus={need === 'override'}
              maxLength={500}
              value={text}
              onChange={(event) => setText(event.target.value)}
              onPressEnter={give}
              onKeyDown={(event) => event.key === 'Escape' && onBack()}
            />
          )}
        </Field>
        <Button disabled={text.trim() === ''} onPress={give}>
          {t('check.reasons.give')}
        </Button>
        <Button kind="quiet" onPress={onBack}>
          {t('check.reasons.back')}
        </Button>
      </div>
    </section>
  );
}
