import { openDatabase, type SqliteDatabase } from '../../db/sqlite/open-database.ts';
import { orThrow } from '../../vocabulary/result.ts';

/** One key for all databases of the bench, so that they can be attached to each other. */
const KEY = '5'.repeat(64);

/** Encrypted and set up as the product's own. */
export const sealedDatabase = (path: string): SqliteDatabase =>
  orThrow(openDatabase({ path, key: KEY, mustExist: false }));

/** The same without encryption. */
export const plainDatabase = (path: string): SqliteDatabase =>
  orThrow(openDatabase({ path, key: null, mustExist: false }));
