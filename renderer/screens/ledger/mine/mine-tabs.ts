import { DrainageTab } from './drainage-tab.tsx';
import { OutburstTab } from './outburst-tab.tsx';

/** What stands under a mine, one line for each subject. */
export const mineTabs = [
  { id: 'drainage', Tab: DrainageTab },
  { id: 'outburst', Tab: OutburstTab },
] as const;
export type MineTab = (typeof mineTabs)[number]['id'];
