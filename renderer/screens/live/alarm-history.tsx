import type { AlarmFacts } from '../../../vocabulary/alarm.ts';
import { channelKeyOf } from '../../live/alarm-facts.ts';
import { sayAmount } from '../../live/say-alarm.ts';
import { alarmKey, type ChannelHere } from '../../live/use-channels.ts';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useQuestion } from '../../ports/questions.ts';
import { clockSeconds, clockTime, dayAndTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

/** The last alarms of one channel as they stand in the record: who silenced what at which value, and how it ended. */
export function AlarmHistory({ here }: { readonly here: ChannelHere }) {
  const { t } = useWords();
  const rows = useQuestion(['alarm', 'list'], (ports) =>
    ports.recorder.ask('alarm/list', { inspectionId: null, own: false }),
  );
  const mine = (rows.value ?? []).filter(({ facts }) => channelKeyOf(facts) === alarmKey(here.channel)).slice(0, MOST);
  return (
    <section>
      <h3>{t('live.detail.alarms')}</h3>
      <FaultLine fault={rows.fault} />
      {rows.value && mine.length === 0 && <p className="text-small">{t('live.detail.alarmsNone')}</p>}
      <ul>
        {mine.map(({ alarm, facts }) => (
          <AlarmLine key={alarm} facts={facts} />
        ))}
      </ul>
    </section>
  );
}

const MOST = 20;

function AlarmLine({ facts }: { readonly facts: AlarmFacts }) {
  const { t } = useWords();
  const { peak, gas, ended, acknowledged, shelved } = facts;
  const worst = peak.value.quality === 'ok' ? sayAmount(peak.value.amount, gas, peak.value.unit) : t('marks.overRange');
  const end = () => {
    if (!ended) return t('live.detail.alarmOpen');
    return t(`live.detail.alarmEnded.${ended.how}`, { time: clockTime(ended.at), name: ended.by ?? '' });
  };
  return (
    <li className="text-small">
      <p>
        {dayAndTime(facts.raised.at)}　{t(`marks.alarm${facts.gravest}`)}　{worst}　{end()}
      </p>
      {acknowledged.map(({ at, by }) => (
        <p key={`${at} ${by}`}>{t('live.alarm.acknowledged', { name: by, time: clockSeconds(at) })}</p>
      ))}
      {shelved.map(({ at, by, reason, until }) => (
        <p key={at}>{t('live.alarm.shelved', { time: clockTime(until), reason, name: by })}</p>
      ))}
    </li>
  );
}
