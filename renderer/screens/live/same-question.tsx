import type { InstrumentRow } from '../../../electron/ports/instrument-models.ts';
import type { DetectorState } from '../../../electron/ports/listener-port.ts';
import { ok } from '../../../vocabulary/result.ts';
import { restartInstrument } from '../../live/start-instrument.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useLive } from '../../ports/ports-context.tsx';
import { useDeed, useInstruments } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';
import './same-question.css';

/** The instruments of which it is not known whether they are the registered ones, one touch each; strangers first. */
export function SameQuestions({ most }: { readonly most?: number }) {
  const instruments = useInstruments().value ?? [];
  const detectors = [...useLive().detectors.values()];
  const asking = (['differs', 'open'] as const).flatMap((word) => detectors.filter(({ same }) => same === word));
  return asking.slice(0, most).map((state) => {
    const instrument = instruments.find((one) => one.instrumentId === state.instrumentId);
    return instrument ? <SameQuestion key={state.detector} state={state} instrument={instrument} /> : null;
  });
}

interface SameQuestionProps {
  readonly state: DetectorState;
  readonly instrument: InstrumentRow;
}

function SameQuestion({ state, instrument }: SameQuestionProps) {
  const { t } = useWords();
  const deeds = useSameDeeds(state, instrument);
  const name = `${instrument.model} ${instrument.serialNumber}`;
  const words = useDifference(state, instrument);
  const isOpen = state.same === 'open';
  return (
    <div className="same-question" role="alert">
      <Mark kind="unknown" size={24} />
      <div>
        <p>{isOpen ? t('find.sameAsk', { name }) : t('find.differsAsk', { port: state.path, name, words })}</p>
        <FaultLine fault={deeds.fault} />
      </div>
      <Button busy={deeds.busy} onPress={deeds.yes}>
        {t(isOpen ? 'find.sameYes' : 'find.differsKeep')}
      </Button>
      <Button busy={deeds.busy} onPress={deeds.no}>
        {t(isOpen ? 'find.sameNo' : 'find.differsOther')}
      </Button>
    </div>
  );
}

/** Yes is kept with who said it and when: what the wire says joins the register. No stops it: its numbers are another's. */
function useSameDeeds(state: DetectorState, instrument: InstrumentRow) {
  const yes = useDeed(async (reach) => {
    if (state.same === 'differs') {
      const again = await restartInstrument(reach, state, { ...instrument, wire: state.said });
      return again.ok ? ok({}) : again;
    }
    if (Object.keys(state.said).length > 0) {
      const kept = await reach.recorder.ask('instrument/put', { ...instrument, wire: state.said });
      if (!kept.ok) return kept;
    }
    return reach.listener.ask('detector/confirm', { detector: state.detector });
  });
  const no = useDeed((reach) => reach.listener.ask('detector/stop', { detector: state.detector }));
  return {
    yes: () => void yes.run(undefined),
    no: () => void no.run(undefined),
    busy: yes.busy || no.busy,
    fault: yes.fault ?? no.fault,
  };
}

/** What is not as it was, each in words. */
function useDifference({ said }: DetectorState, { wire = {} }: InstrumentRow): string {
  const { t } = useWords();
  const names = t('find.identity', { returnObjects: true });
  const known = (key: string): key is keyof typeof names => Object.hasOwn(names, key);
  return Object.keys(wire)
    .filter((key) => Object.hasOwn(said, key) && String(said[key]) !== String(wire[key]))
    .map((key) => t('find.differsOne', { key: known(key) ? names[key] : key, was: wire[key], is: said[key] }))
    .join(t('common.listJoin'));
}
