import type { Driver, PreparedDriver } from '../../drivers/driver.ts';
import { compareIdentity } from '../../drivers/find/identity-setting.ts';
import { identityIn } from '../../drivers/find/recognised.ts';
import type { SessionItem } from '../../drivers/session/session-item.ts';
import type { WireIdentity } from '../../vocabulary/instrument.ts';
import type { DetectorState } from '../ports/listener-port.ts';

export type Sameness = DetectorState['same'];

/** Follows, connection by connection, by what the instrument on the line is known to be the registered one. */
export interface SameInstrument {
  readonly same: Sameness;
  /** What it has said of itself on this connection. */
  readonly said: WireIdentity;
  /** True where the item changed either. */
  readonly hear: (item: SessionItem) => boolean;
  /** A person stands there and says that it is the one. False where that is not the question. */
  readonly confirm: () => boolean;
}

/** `isNamed`: the adapter has a serial number of its own. `isChosen`: a person has just chosen this instrument on this line. */
export function followSameness(
  driver: Driver,
  { expects }: Pick<PreparedDriver, 'expects'>,
  isNamed: boolean,
  isChosen: boolean,
): SameInstrument {
  let openings = 0;
  let same: Sameness = isChosen ? 'person' : isNamed ? 'line' : 'open';
  let said: WireIdentity = {};
  const opened = () => {
    openings += 1;
    said = {};
    // Behind an open port anything may have been plugged in.
    same = isNamed ? 'line' : openings === 1 && isChosen ? 'person' : 'open';
    return true;
  };
  const heard = (more: WireIdentity) => {
    const isNews = Object.keys(more).some((key) => said[key] !== more[key]);
    if (!isNews) return false;
    said = { ...said, ...more };
    const compared = compareIdentity(expects, said);
    if (compared !== 'unsaid') same = compared === 'same' ? 'wire' : 'differs';
    return true;
  };
  return {
    get same() {
      return same;
    },
    get said() {
      return said;
    },
    hear: (item) => {
      if (item.kind === 'link' && item.change === 'opened') return opened();
      return item.kind === 'said' && heard(identityIn(driver, item.details));
    },
    confirm: () => {
      if (same !== 'open') return false;
      same = 'person';
      return true;
    },
  };
}
