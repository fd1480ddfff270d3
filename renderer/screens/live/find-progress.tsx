import type { DriverRow } from '../../../electron/ports/listener-port.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useWords } from '../../words/words.ts';
import { type Finding, isSearching, mayAsk } from './use-find.ts';

interface FindProgressProps {
  readonly finding: Finding;
  readonly drivers: readonly DriverRow[];
}

/** What the search is doing, and what it came to; always a way on. */
export function FindProgress({ finding, drivers }: FindProgressProps) {
  const { t } = useWords();
  const { state } = finding;
  if (state === null) return <FaultLine fault={finding.fault} />;
  const pollable = drivers.filter(({ talk }) => talk === 'poll').map(({ id }) => id);
  return (
    <div className="find-progress" role="status">
      <FindWords {...{ finding, drivers }} />
      {/* the port has checked that the code is one of ours */}
      <FaultLine fault={(state.fault as Parameters<typeof FaultLine>[0]['fault']) ?? finding.fault} />
      <div className="find-buttons">
        {isSearching(state) && <Button onPress={finding.cancel}>{t('find.stop')}</Button>}
        {!isSearching(state) && state.phase !== 'recognised' && (
          <Button onPress={() => finding.start(state.path)}>{t('find.again')}</Button>
        )}
        {mayAsk(state) && (
          <Button describedBy="find-warning" onPress={() => finding.ask(pollable, null)}>
            {t('find.identify')}
          </Button>
        )}
      </div>
      {mayAsk(state) && (
        <p className="text-small" id="find-warning">
          {t('find.warning')}
        </p>
      )}
    </div>
  );
}

const marks = {
  listening: 'ring',
  asking: 'ring',
  recognised: 'pass',
  withheld: 'unknown',
  silent: 'unknown',
  speaks: 'unknown',
  notFound: 'unknown',
  failed: null,
  cancelled: 'ring',
} as const;

function FindWords({ finding: { state }, drivers }: FindProgressProps) {
  const { t, pick, say } = useWords();
  if (state === null) return null;
  const nameOf = (id: string | null) => {
    const row = drivers.find((one) => one.id === id);
    return row ? pick(row) : (id ?? '');
  };
  const { phase, path: port, baud, step, steps, bytes, found } = state;
  const at = { port, baud: baud ?? '', step, steps };
  const words = () => {
    switch (phase) {
      case 'listening':
        return t('find.listening', at);
      case 'asking':
        return t('find.asking', { ...at, driver: nameOf(state.driver) });
      case 'recognised': {
        const number = found?.identity.serial_number;
        const own = number === undefined ? '' : `　${t('find.ownNumber', { number })}`;
        return (
          t(found?.proof === 'fits' ? 'find.fits' : 'find.recognised', { driver: nameOf(found?.driver ?? '') }) + own
        );
      }
      case 'withheld':
        return say({ code: 'driver_withheld', driver: found?.driver });
      case 'speaks':
        return t('find.speaks', { port, bytes });
      case 'failed':
        return null; // its fault says it
      default:
        return t(`find.${phase}`, { port });
    }
  };
  const said = words();
  const mark = marks[phase];
  const tried = state.tried.map((one) => `${nameOf(one.driver)} ${one.baud} ${t(`find.outcomes.${one.outcome}`)}`);
  return (
    <>
      {said !== null && (
        <p className="find-words">
          {mark && <Mark kind={mark} size={22} />}
          <span>{said}</span>
        </p>
      )}
      {phase === 'notFound' && tried.length > 0 && (
        <p className="text-small">{t('find.tried', { list: tried.join(t('common.listJoin')) })}</p>
      )}
    </>
  );
}
