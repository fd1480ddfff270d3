import type { ComponentType } from 'react';
import { CheckScreen } from './check/check-screen.tsx';
import { DrainageScreen } from './drainage/drainage-screen.tsx';
import { ExchangeScreen } from './exchange/exchange-screen.tsx';
import { FindingsScreen } from './findings/findings-screen.tsx';
import { LedgerScreen } from './ledger/ledger-screen.tsx';
import { LiveScreen } from './live/live-screen.tsx';
import type { ScreenId } from './screen-id.ts';
import { SettingsScreen } from './settings/settings-screen.tsx';
import { StatisticsScreen } from './statistics/statistics-screen.tsx';
import { TodayScreen } from './today/today-screen.tsx';

/** One line per screen, in the order of the rail; its words stand under `shell.rail`, its icon has its id. */
export const screens: readonly { readonly id: ScreenId; readonly component: ComponentType }[] = [
  { id: 'today', component: TodayScreen },
  { id: 'live', component: LiveScreen },
  { id: 'check', component: CheckScreen },
  { id: 'drainage', component: DrainageScreen },
  { id: 'findings', component: FindingsScreen },
  { id: 'ledger', component: LedgerScreen },
  { id: 'exchange', component: ExchangeScreen },
  { id: 'statistics', component: StatisticsScreen },
  { id: 'settings', component: SettingsScreen },
];
