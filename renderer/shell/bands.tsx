import { useState } from 'react';
import { Band } from '../parts/band.tsx';
import { Button } from '../parts/button.tsx';
import type { ProcessNews } from '../ports/news-store.ts';
import { useLink, useNews, useReach } from '../ports/ports-context.tsx';
import { useCare, useSession } from '../ports/questions.ts';
import { byteSize, clockSeconds, groupDigits } from '../words/format.ts';
import { useWords } from '../words/words.ts';
import { useNavigation } from './navigation.tsx';

/** What went wrong with the machine itself; pushes the content down and never covers it. */
export function Bands() {
  const { t, say } = useWords();
  const { news } = useReach();
  const { processes, trouble } = useNews();
  const link = useLink();
  if (link === 'down')
    return (
      <Band mark="alarm2" tone="warn">
        {t('shell.bands.hostDisconnected')}
      </Band>
    );
  return (
    <>
      {[...processes.values()].map((process) => (
        <ProcessBand key={process.process} news={process} onSeen={() => news.dismissProcess(process.process)} />
      ))}
      <ResumeBand />
      <CareBand />
      {trouble && (
        <Band mark="alarm2" tone="warn" action={<Seen onPress={news.dismissTrouble} />}>
          {say(trouble)}
        </Band>
      )}
    </>
  );
}

/** What a power cut left, once it was looked at. */
function ResumeBand() {
  const { t } = useWords();
  const open = useSession().value?.phase === 'open';
  const resumed = useCare(open).value?.resumed ?? null;
  const [seen, setSeen] = useState(false);
  if (!resumed || seen || !open) return null;
  const whole = resumed.damaged === 0;
  return (
    <Band
      mark={whole ? (resumed.cutWrite ? 'alarm3' : 'ring') : 'refused'}
      tone={whole ? (resumed.cutWrite ? 'note' : 'plain') : 'danger'}
      action={<Seen onPress={() => setSeen(true)} />}
    >
      {whole
        ? t(resumed.cutWrite ? 'settings.care.cutWrite' : 'settings.care.resumed', { n: groupDigits(resumed.events) })
        : t('settings.care.checkBad', { n: groupDigits(resumed.damaged) })}
    </Band>
  );
}

/** No second copy for a week, or no room: said until it is mended, with the way there. */
function CareBand() {
  const { t } = useWords();
  const { go } = useNavigation();
  const open = useSession().value?.phase === 'open';
  const care = useCare(open).value;
  if (!care || !open) return null;
  const { disk, overdue, daysWithout } = care;
  if (disk.state === 'enough' && !overdue) return null;
  const free = byteSize(disk.freeBytes);
  const urgent = disk.state === 'full' || disk.state === 'readOnly';
  return (
    <Band
      mark={urgent ? 'alarm2' : 'alarm3'}
      tone={urgent ? 'warn' : 'note'}
      action={
        <Button size="small" onPress={() => go('settings', { focus: 'care' })}>
          {t('settings.care.band')}
        </Button>
      }
    >
      {disk.state === 'enough'
        ? t('settings.care.overdue', { days: daysWithout ?? 0 })
        : disk.state === 'low' && disk.hours !== null
          ? t('settings.care.bands.lowHours', { free, hours: disk.hours })
          : t(`settings.care.bands.${disk.state}`, { free })}
    </Band>
  );
}

const Seen = ({ onPress }: { readonly onPress: () => void }) => {
  const { t } = useWords();
  return (
    <Button size="small" onPress={onPress}>
      {t('shell.bands.seen')}
    </Button>
  );
};

function ProcessBand({ news, onSeen }: { readonly news: ProcessNews; readonly onSeen: () => void }) {
  const { t } = useWords();
  const session = useSession();
  if (news.state === 'up') return null;
  if (news.state === 'down')
    return (
      <Band mark="alarm2" tone="warn">
        {t(news.process === 'recorder' ? 'shell.bands.recorderDown' : 'shell.bands.listenerDown')}
      </Band>
    );
  const seconds = (news.stoppedMs / 1000).toFixed(1);
  const saved = session.value?.saved?.wall;
  const recorderWords =
    saved === undefined
      ? t('shell.bands.recorderRestartedNone', { seconds })
      : t('shell.bands.recorderRestarted', { seconds, time: clockSeconds(saved) });
  const listenerWords = t('shell.bands.listenerRestarted', {
    from: clockSeconds(news.at - news.stoppedMs),
    to: clockSeconds(news.at),
  });
  return (
    <Band mark="alarm3" tone="note" action={<Seen onPress={onSeen} />}>
      {news.process === 'recorder' ? recorderWords : listenerWords}
    </Band>
  );
}
