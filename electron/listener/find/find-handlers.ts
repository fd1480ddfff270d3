import { drivers as everyDriver } from '../../../drivers/registry.ts';
import { fail, ok, type Result } from '../../../vocabulary/result.ts';
import type { listenerPort } from '../../ports/listener-port.ts';
import type { Handlers } from '../../ports/serve-port.ts';
import { type DetectorsOptions, newEntityId } from '../detectors.ts';
import type { Finds } from './finds.ts';

export type FindMethod = 'find/start' | 'find/ask' | 'find/cancel';

/** What a screen may ask of the search for an instrument. */
export const findHandlers = (
  finds: Finds,
  random: DetectorsOptions['random'],
): Pick<Handlers<typeof listenerPort.methods>, FindMethod> => ({
  'find/start': ({ path }) => finds.start(newEntityId(random), path),
  'find/ask': ({ find, drivers, slave }) => finds.ask(find, drivers, slave),
  'find/cancel': async ({ find }) => ((await finds.cancel(find)) ? ok({}) : fail({ code: 'not_found', what: find })),
});

interface StartAsk {
  readonly driver: string;
  readonly path: string;
  readonly settings: Readonly<Record<string, string | number>>;
  readonly serialNumber: string | null;
}

/** A driver that only asks begins on a line that was heard to be silent; one that listens first takes care itself. */
export async function proveQuiet(options: DetectorsOptions, finds: Finds, ask: StartAsk): Promise<Result<void>> {
  const driver = (options.drivers ?? everyDriver).find(({ id }) => id === ask.driver);
  const prepared = driver?.prepare(ask.settings);
  if (!prepared?.ok || prepared.value.talk.kind !== 'poll') return ok(undefined); // refused later, with its reason
  return finds.proveQuiet(ask.path, ask.serialNumber, prepared.value.link);
}
