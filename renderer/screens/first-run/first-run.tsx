import { useState } from 'react';
import type { PersonFields } from '../../../electron/ports/session-models.ts';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useDeed, useSession } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';
import { passphraseReady, personReady } from './first-run-model.ts';
import { FirstRunSide } from './first-run-side.tsx';
import { Identity, Lost, Step, type Way, Who } from './steps.tsx';
import './first-run.css';

const nobody: PersonFields = { name: '', certificateNo: '', team: '' };

/** Three questions, then working. The record is made after the second, because the key to be certified is made with it. */
export function FirstRun({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords();
  const session = useSession().value;
  const made = session?.phase === 'open';
  const [step, setStep] = useState<1 | 2 | 3>(1);
  const [way, setWay] = useState<Way>('later');
  const [person, setPerson] = useState(nobody);
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const create = useDeed((ports, ask: { passphrase: string; person: PersonFields }) =>
    ports.recorder.ask('session/create', ask),
  );
  const go = () => {
    if (step === 1) return setStep(2);
    if (step === 3) return onDone();
    void create.run({ passphrase: first, person }).then((done) => {
      if (!done.ok) return;
      setFirst('');
      setSecond('');
      setStep(3);
    });
  };
  const ready = { 1: personReady(person), 2: passphraseReady(first, second), 3: made && way === 'later' }[step];
  return (
    <main className="first-run">
      <FirstRunSide />
      <form
        className="first-run-steps"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !create.busy) go();
        }}
      >
        <div className="first-run-questions">
          <Step number={1} at={step} title={t('firstRun.who.title')} onChange={made ? undefined : () => setStep(1)}>
            <Who person={person} open={step === 1} onChange={setPerson} />
          </Step>
          <Step number={2} at={step} title={t('firstRun.lost.title')}>
            <Lost open={step === 2} made={made} first={first} second={second} onFirst={setFirst} onSecond={setSecond} />
          </Step>
          <Step number={3} at={step} title={t('firstRun.identity.title')}>
            <Identity open={step === 3} way={way} onWay={setWay} onTaken={onDone} />
          </Step>
          <FaultLine fault={create.fault} />
        </div>
        <footer>
          {step === 2 && (
            <Button kind="quiet" icon="back" onPress={() => setStep(1)}>
              {t('common.back')}
            </Button>
          )}
          <Button kind="primary" size="big" iconAfter="next" disabled={!ready} busy={create.busy} onPress={go}>
            {create.busy ? t('common.working') : t(step === 3 ? 'firstRun.begin' : 'common.next')}
          </Button>
          <button type="submit" hidden>
            {t('common.next')}
          </button>
        </footer>
      </form>
    </main>
  );
}
