/** How many pages so many things need. */
export const pagesOf = (count: number, size: number): number => Math.max(1, Math.ceil(count / size));

/** The things of one page, counted from 0. */
export const pageOf = <T>(all: readonly T[], page: number, size: number): readonly T[] =>
  all.slice(page * size, (page + 1) * size);
