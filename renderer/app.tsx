import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useMemo, useState } from 'react';
import type { SessionState } from '../electron/ports/session-models.ts';
import { AlarmBand } from './live/alarm-band.tsx';
import { AlarmWatch } from './live/alarm-watch.tsx';
import { FaultPlace } from './parts/fault-line.tsx';
import { Slow } from './parts/slow.tsx';
import { type Reach, ReachProvider } from './ports/ports-context.tsx';
import { hearChanges, makeQueryClient, useSession } from './ports/questions.ts';
import { FirstRun } from './screens/first-run/first-run.tsx';
import { Unlock } from './screens/first-run/unlock.tsx';
import { NavigationProvider } from './shell/navigation.tsx';
import { Shell } from './shell/shell.tsx';
import { antdThemeFor } from './theme/antd-theme.ts';
import { useDensity, useDisplaySettings, useDocumentDisplay } from './theme/use-display.ts';
import { changeLanguage, useWords } from './words/words.ts';

/** The whole of the screens over a reach to the far ends. */
export function App({ reach }: { readonly reach: Reach }) {
  const client = useMemo(() => {
    const made = makeQueryClient();
    hearChanges(reach.ports, made);
    reach.link.listen(() => {
      if (reach.link.get() !== 'up') return;
      void made.invalidateQueries();
      void reach.live.refresh();
    });
    return made;
  }, [reach]);
  return (
    <QueryClientProvider client={client}>
      <ReachProvider reach={reach}>
        <Look />
      </ReachProvider>
    </QueryClientProvider>
  );
}

/** Theme, density and language round everything that is drawn. */
function Look() {
  const { theme, language } = useDisplaySettings();
  const density = useDensity();
  useDocumentDisplay();
  useEffect(() => changeLanguage(language), [language]);
  const config = useMemo(() => antdThemeFor(theme, density), [theme, density]);
  return (
    <ConfigProvider theme={config} wave={{ disabled: true }} locale={language === 'zh' ? zhCN : enUS}>
      <AntdApp component={false}>
        <Gate />
        <div className="dim" aria-hidden />
      </AntdApp>
    </ConfigProvider>
  );
}

/** First run, lock or work, as the recorder says. First run stays until its last question is answered. */
function Gate() {
  const { t } = useWords();
  const session = useSession();
  const [starting, setStarting] = useState(false);
  const phase = session.value?.phase;
  useEffect(() => {
    if (phase === 'fresh') setStarting(true);
  }, [phase]);
  if (!session.value)
    return (
      <main className="gate">
        {session.fault ? (
          <FaultPlace fault={session.fault} again={session.again} />
        ) : (
          <Slow>{t('firstRun.opening')}</Slow>
        )}
      </main>
    );
  if (phase === 'fresh' || starting) return <FirstRun onDone={() => setStarting(false)} />;
  if (phase === 'locked') return <Locked session={session.value} />;
  return <Shell />;
}

/** Locked, the detectors are heard and alarms go on; silencing one wants a name, so it wants the passphrase. */
const Locked = ({ session }: { readonly session: SessionState }) => (
  <NavigationProvider start="today">
    <AlarmWatch />
    <AlarmBand />
    <Unlock session={session} />
  </NavigationProvider>
);
