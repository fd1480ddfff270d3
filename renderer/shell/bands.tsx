import { Band } from '../parts/band.tsx';
import { Button } from '../parts/button.tsx';
import type { ProcessNews } from '../ports/news-store.ts';
import { useLink, useNews, useReach } from '../ports/ports-context.tsx';
import { useSession } from '../ports/questions.ts';
import { clockSeconds } from '../words/format.ts';
import { useWords } from '../words/words.ts';

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
      {trouble && (
        <Band mark="alarm2" tone="warn" action={<Seen onPress={news.dismissTrouble} />}>
          {say(trouble)}
        </Band>
      )}
    </>
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
