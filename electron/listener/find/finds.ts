import type { Driver, Link } from '../../../drivers/driver.ts';
import { LISTEN_MS } from '../../../drivers/find/listening.ts';
import { drivers as everyDriver, findDriver, withheld } from '../../../drivers/registry.ts';
import { slaveAddress } from '../../../drivers/requests/allowed-request.ts';
import type { OpenTransport, Timers } from '../../../drivers/session/create-session.ts';
import type { Fault } from '../../../vocabulary/fault.ts';
import type { EntityId } from '../../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../../vocabulary/result.ts';
import type { FindState } from '../../ports/find-models.ts';
import type { DetectorsOptions } from '../detectors.ts';
import { Finder } from './finder.ts';
import { lostFault, openLine } from './open-line.ts';

/** The searches, one a port. What ended is remembered until the next one on its port, so that it can go on to ask. */
export interface Finds {
  /** Fault: port_busy where the port is being listened to already. */
  readonly start: (find: EntityId, path: string) => Promise<Result<FindState>>;
  readonly ask: (find: EntityId, drivers: readonly string[], slave: number | null) => Result<FindState>;
  readonly cancel: (find: EntityId) => Promise<boolean>;
  /** Faults: line_speaks, and those of the port. A driver that asks may begin on a line only after this. */
  readonly proveQuiet: (path: string, serialNumber: string | null, link: Link) => Promise<Result<void>>;
  /** Frees a port that a detector is to be heard on. */
  readonly release: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export function createFinds(
  options: Pick<DetectorsOptions, 'clock' | 'timers' | 'openPort' | 'drivers'>,
  isTaken: (path: string) => boolean,
  tell: (state: FindState) => void,
): Finds {
  const { clock, timers, openPort, drivers = everyDriver } = options;
  const byPath = new Map<string, Finder>();
  const finderOf = (find: EntityId) => [...byPath.values()].find(({ state }) => state.find === find);

  const release = async (path: string) => {
    const finder = byPath.get(path);
    byPath.delete(path);
    await finder?.cancel();
  };
  return {
    start: async (find, path) => {
      if (isTaken(path)) return fail({ code: 'port_busy', path });
      await release(path);
      const open = openPort({ path, serialNumber: null });
      const finder = new Finder({ find, path, open, clock, timers, drivers, withheld, tell });
      byPath.set(path, finder);
      void finder.listen();
      return ok(finder.state);
    },
    ask: (find, ids, slave) => {
      const finder = finderOf(find);
      if (!finder) return fail({ code: 'not_found', what: find });
      const { phase, path } = finder.state;
      // Whatever speaks is never asked.
      if (!LISTENED_TO.includes(phase)) return fail({ code: 'line_speaks', path });
      const chosen = chooseDrivers(drivers, ids);
      if (!chosen.ok) return chosen;
      void finder.ask(chosen.value, slave === null ? null : slaveAddress.parse(slave));
      return ok(finder.state);
    },
    cancel: async (find) => {
      const finder = finderOf(find);
      if (!finder) return false;
      await finder.cancel();
      return true;
    },
    proveQuiet: async (path, serialNumber, link) => {
      if (isTaken(path)) return fail({ code: 'port_busy', path });
      if (byPath.get(path)?.isKnownQuiet) return ok(undefined);
      await release(path);
      return listenForSilence(openPort({ path, serialNumber }), path, link, timers);
    },
    release,
    close: async () => {
      for (const path of [...byPath.keys()]) await release(path);
    },
  };
}

/** Whether nothing speaks on a line, heard for as long as a stream may pause. */
async function listenForSilence(open: OpenTransport, path: string, link: Link, timers: Timers): Promise<Result<void>> {
  const opened = await openLine(open, link, timers);
  if (!opened.ok) return opened;
  let speaks = false;
  const ending = await opened.value.listen(LISTEN_MS, () => {
    speaks = true;
    return true;
  });
  await opened.value.close();
  const fault: Fault | null = speaks
    ? { code: 'line_speaks', path }
    : ending.kind === 'lost'
      ? lostFault(path, ending.cause)
      : null;
  return fault ? fail(fault) : ok(undefined);
}

function chooseDrivers(drivers: readonly Driver[], ids: readonly string[]): Result<readonly Driver[]> {
  const chosen: Driver[] = [];
  for (const id of ids) {
    const own = drivers.find((driver) => driver.id === id);
    if (own) chosen.push(own);
    else {
      const known = findDriver(id);
      return known.ok ? fail({ code: 'unknown_driver', driver: id }) : known;
    }
  }
  return ok(chosen);
}

const LISTENED_TO: readonly FindState['phase'][] = ['silent', 'notFound'];
