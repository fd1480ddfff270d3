/** The screens in the order of the day, as the rail shows them. */
const screenIds = [
  'today',
  'live',
  'check',
  'drainage',
  'findings',
  'ledger',
  'exchange',
  'statistics',
  'settings',
] as const;
export type ScreenId = (typeof screenIds)[number];
