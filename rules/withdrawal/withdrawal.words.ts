import type { Words } from '../../vocabulary/words.ts';

/** The largest area an order can name; it stands in the order in Chinese. */
export const wholeMine: Words = { zh: '全矿井井下', en: 'The whole mine, underground' };

/** How to tell a sign from its like (water.md §4, read in a text); signs without a known trick have none. */
export const signHints: Readonly<Record<string, Words>> = {
  sweating: {
    zh: '刮去表层看：里面的新鲜面也是潮的，才是真挂汗。',
    en: 'Scrape the surface: true sweating is wet on the fresh face too.',
  },
  'red-stain': { zh: '老空水发红，味酸、发涩。', en: 'Goaf water is red, sour and astringent.' },
  'turbid-water': { zh: '老空水发红，味酸、发涩。', en: 'Goaf water is red, sour and astringent.' },
};
