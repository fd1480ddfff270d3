import { chainRules } from './gas-chains.ts';
import { drainageRules } from './gas-drainage.ts';
import { outburstRules } from './gas-outburst.ts';
import { siteRules } from './gas-site.ts';
import { officeRules } from './office.ts';
import { waterRules } from './water.ts';
import { rowRules } from './water-rows.ts';

/** Every rule, written a second time. */
export const secondRules = [
  ...drainageRules,
  ...outburstRules,
  ...siteRules,
  ...chainRules,
  ...waterRules,
  ...rowRules,
  ...officeRules,
];
