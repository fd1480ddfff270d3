import { CompanyTab } from './company/company-tab.tsx';
import { DrainageTab } from './drainage-tab.tsx';
import { OutburstTab } from './outburst-tab.tsx';
import { PreventionTab } from './prevention/prevention-tab.tsx';
import { RisksTab } from './prevention/risks-tab.tsx';
import { ZonesTab } from './zones/zones-tab.tsx';

/** What stands under a mine, one line for each subject. */
export const mineTabs = [
  { id: 'drainage', Tab: DrainageTab },
  { id: 'outburst', Tab: OutburstTab },
  { id: 'prevention', Tab: PreventionTab },
  { id: 'risks', Tab: RisksTab },
  { id: 'zones', Tab: ZonesTab },
  { id: 'company', Tab: CompanyTab },
] as const;
export type MineTab = (typeof mineTabs)[number]['id'];
