import type { Words } from '../../vocabulary/words.ts';

/** Names of the driver and its own settings. */
export const mpsWords = {
  title: { zh: 'NevadaNano MPS 可燃气', en: 'NevadaNano MPS flammable gas' },
  start: {
    zh: '没有在测时让它开始测，每次连接最多一次（所选标准就是 %LEL 的标准）',
    en: 'Start it where it is not measuring, at most once per connection (the standard chosen is that of %LEL)',
  },
} as const satisfies Record<string, Words>;
