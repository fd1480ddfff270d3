import { useState } from 'react';
import { AlarmBand } from '../live/alarm-band.tsx';
import { AlarmWatch } from '../live/alarm-watch.tsx';
import { useReconnector } from '../live/use-reconnector.ts';
import { FootJobs } from '../parts/foot-job.tsx';
import { screens } from '../screens/registry.ts';
import { OrderBands } from '../screens/withdrawal/order-bands.tsx';
import { WithdrawalScreen } from '../screens/withdrawal/withdrawal-screen.tsx';
import { displayStore, nextOf } from '../theme/display.ts';
import { brightnessSteps, themeNames } from '../theme/tokens.ts';
import { useWords } from '../words/words.ts';
import { Bands } from './bands.tsx';
import { HostLine } from './host-line.tsx';
import { KeyHelp } from './key-help.tsx';
import { NavigationProvider, useNavigation } from './navigation.tsx';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';
import { useKeyListener, useKeys } from './use-keys.ts';
import './shell.css';

/** The frame round every screen. */
export const Shell = () => (
  <NavigationProvider start="today">
    <Frame />
  </NavigationProvider>
);

function Frame() {
  const { t } = useWords();
  const { place, go, withdraw } = useNavigation();
  const [help, setHelp] = useState(false);
  useKeyListener();
  useReconnector();
  useKeys([
    ...screens.map((screen, at) => ({
      key: String(at + 1),
      words: t(`shell.rail.${screen.id}`),
      everywhere: true,
      run: () => go(screen.id),
    })),
    { key: 'Shift+w', words: t('withdrawal.open'), everywhere: true, run: () => withdraw({}) },
    { key: 'F8', words: t('shell.keys.theme'), everywhere: true, run: nextTheme },
    { key: 'Shift+F8', words: t('shell.keys.dim'), everywhere: true, run: nextBrightness },
    { key: '?', words: t('shell.keys.help'), everywhere: true, run: () => setHelp(true) },
  ]);
  const Screen = screens.find((screen) => screen.id === place.screen)?.component;
  return (
    <div className="shell">
      <TopBar onKeys={() => setHelp(true)} />
      <main className="shell-main">
        <AlarmWatch />
        <Bands />
        <HostLine />
        <AlarmBand />
        {place.withdrawal === null && <OrderBands />}
        <div className="shell-screen" key={place.withdrawal === null ? place.screen : 'withdrawal'}>
          {place.withdrawal ? <WithdrawalScreen request={place.withdrawal} /> : Screen && <Screen />}
        </div>
        <FootJobs />
      </main>
      <Rail />
      <KeyHelp open={help} onClose={() => setHelp(false)} />
    </div>
  );
}

const nextTheme = () => displayStore.change({ theme: nextOf(themeNames, displayStore.get().theme) });
const nextBrightness = () =>
  displayStore.change({ brightness: nextOf(brightnessSteps, displayStore.get().brightness) });
