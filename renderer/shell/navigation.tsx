import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { ScreenId } from '../screens/screen-id.ts';
import { blankRequest, type WithdrawalRequest } from './withdrawal-request.ts';

/** Where the person is: a screen and, where one was opened, the thing in it. */
export interface Place {
  readonly screen: ScreenId;
  readonly inspectionId: string | null;
  /** What the screen should open on, as `itemId` or a section; a screen may ignore it. */
  readonly focus: string | null;
  /** The withdrawal order stands over the screen until one leaves it. */
  readonly withdrawal: WithdrawalRequest | null;
}

export interface Navigation {
  readonly place: Place;
  readonly go: (screen: ScreenId, to?: { readonly inspectionId?: string; readonly focus?: string }) => void;
  /** Opens the withdrawal order over the screen one is on; null goes back to it. */
  readonly withdraw: (request: Partial<WithdrawalRequest> | null) => void;
}

const NavigationContext = createContext<Navigation | null>(null);

export function NavigationProvider({ start, children }: { readonly start: ScreenId; readonly children: ReactNode }) {
  const [place, setPlace] = useState<Place>({ screen: start, inspectionId: null, focus: null, withdrawal: null });
  const go = useCallback<Navigation['go']>((screen, to) => {
    setPlace((before) => ({
      screen,
      inspectionId: to?.inspectionId ?? before.inspectionId,
      focus: to?.focus ?? null,
      withdrawal: null,
    }));
  }, []);
  const withdraw = useCallback<Navigation['withdraw']>((request) => {
    setPlace((before) => ({ ...before, withdrawal: request && { ...blankRequest, ...request } }));
  }, []);
  const value = useMemo(() => ({ place, go, withdraw }), [place, go, withdraw]);
  return <NavigationContext.Provider value={value}>{children}</NavigationContext.Provider>;
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('a screen stands outside NavigationProvider');
  return navigation;
}
