/** The minutes of a block are packed otherwise since: they are made again from the blocks when they are asked for. */
export const migration0008 = {
  name: '0008-short-minutes',
  sql: 'DELETE FROM reading_minutes;',
} as const;
