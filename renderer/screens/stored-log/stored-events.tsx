import type { StoredEventsRow } from '../../../electron/ports/log-models.ts';
import type { InstrumentId } from '../../../vocabulary/ids.ts';
import { Mark } from '../../marks/mark.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { useQuestion } from '../../ports/questions.ts';
import { dayAndTime, groupDigits } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

/** Events an instrument had stored, as they were read over its line; nothing is shown where there are none. */
export function StoredEvents({ instrumentId }: { readonly instrumentId: InstrumentId }) {
  const { t } = useWords();
  const read = useQuestion(['instrument', 'stored-events', instrumentId], (ports) =>
    ports.recorder.ask('log/events', { instrumentId }),
  );
  if (!read.value || read.value.length === 0) return null;
  return (
    <section className="stored-events">
      <h3>{t('storedLog.events.title')}</h3>
      {read.value.map((one) => (
        <Reading key={one.source} one={one} />
      ))}
    </section>
  );
}

function Reading({ one }: { readonly one: StoredEventsRow }) {
  const { t } = useWords();
  return (
    <>
      <p className="text-small">
        {t('storedLog.events.read', { time: dayAndTime(one.readAt), n: groupDigits(one.events.length) })}
      </p>
      {one.lost > 0 && (
        <p className="stored-log-sentence">
          <Mark kind="gap" size={20} />
          <span>{t('storedLog.events.lost', { n: groupDigits(one.lost) })}</span>
        </p>
      )}
      {!one.clockValid && (
        <p className="stored-log-sentence">
          <Mark kind="unknown" size={20} />
          <span>{t('storedLog.events.orderOnly')}</span>
        </p>
      )}
      <PlainTable
        label={`${t('storedLog.events.title')} ${dayAndTime(one.readAt)}`}
        rows={one.events}
        rowKey={({ log, index }) => `${log}${index}`}
        columns={[
          { key: 'order', title: t('storedLog.events.order'), number: true, cell: ({ index }) => index + 1 },
          { key: 'log', title: t('storedLog.events.log'), cell: ({ log }) => log },
          {
            key: 'clock',
            title: t('storedLog.events.clock'),
            cell: ({ deviceClock }) => deviceClock?.replace('T', ' ') ?? t('storedLog.events.noClock'),
          },
          { key: 'code', title: t('storedLog.events.code'), number: true, cell: ({ code }) => code },
        ]}
      />
    </>
  );
}
