import { QueryClient, type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query';
import { putPacksInUse } from '../../rules/packs/in-use.ts';
import { packs as shippedPacks } from '../../rules/packs/registry.ts';
import { readRelease, withRelease } from '../../rules/packs/release.ts';
import type { Fault } from '../../vocabulary/fault.ts';
import type { Result } from '../../vocabulary/result.ts';
import type { Ports } from './connect.ts';
import { faultOf, valueOrThrow } from './fault-error.ts';
import { usePorts } from './ports-context.tsx';

/** What news of a change make stale. A question's key begins with its area. */
export type Area =
  | 'inspection'
  | 'exchange'
  | 'instrument'
  | 'session'
  | 'alarm'
  | 'care'
  | 'assessment'
  | 'area'
  | 'rules'
  | 'host'
  | 'listener';

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

/** Asks again whatever the recorder says has changed. */
export function hearChanges(ports: Ports, client: QueryClient): void {
  ports.recorder.on('changed', ({ areas }) => {
    for (const area of areas) void client.invalidateQueries({ queryKey: [area] });
  });
  // a finished export or import has sealed and saved, which the session's answer tells
  ports.recorder.on('job', ({ finished }) => {
    if (finished) void client.invalidateQueries({ queryKey: ['session'] });
  });
  ports.recorder.on('session', (state) => client.setQueryData(['session', 'state'], state));
  followPacks(ports, client);
}

/** Screens judge by the packs the recorder judges by: what is typed is judged as it will be recorded. */
function followPacks(ports: Ports, client: QueryClient): void {
  const follow = async () => {
    const state = await ports.recorder.ask('pack/state', {});
    putPacksInUse(state.ok ? packsOf(state.value) : shippedPacks);
    await client.invalidateQueries({ queryKey: ['inspection'] });
  };
  ports.recorder.on('changed', ({ areas }) => {
    if (areas.includes('rules')) void follow();
  });
  void follow();
}

function packsOf({ release, takenOn }: { readonly release: string | null; readonly takenOn: string | null }) {
  const read = release === null ? null : readRelease(release);
  const merged = read?.ok && takenOn !== null ? withRelease(shippedPacks, read.value, takenOn) : null;
  return merged?.ok ? merged.value : shippedPacks;
}

export interface Answer<T> {
  readonly value: T | undefined;
  readonly fault: Fault | null;
  readonly again: () => void;
}

const answerOf = <T>(query: UseQueryResult<T>): Answer<T> => ({
  value: query.data,
  fault: query.error ? faultOf(query.error) : null,
  again: () => void query.refetch(),
});

/** A question to a far end, asked once and again when its area changes. `null` as `ask` waits. */
export function useQuestion<T>(
  key: readonly [Area, ...string[]],
  ask: ((ports: Ports) => Promise<Result<T>>) | null,
): Answer<T> {
  const ports = usePorts();
  return answerOf(
    useQuery({
      queryKey: key,
      enabled: ask !== null,
      queryFn: async () => {
        if (!ask) throw new Error('disabled');
        return valueOrThrow(await ask(ports));
      },
    }),
  );
}

export interface Deed<A, T> {
  readonly run: (ask: A) => Promise<Result<T>>;
  readonly busy: boolean;
  readonly fault: Fault | null;
  readonly value: T | undefined;
  readonly reset: () => void;
}

/** Something that is done once on a press; a refusal is a fault to be said beside the button. */
export function useDeed<A, T>(does: (ports: Ports, ask: A) => Promise<Result<T>>): Deed<A, T> {
  const ports = usePorts();
  const mutation = useMutation({ mutationFn: async (ask: A) => valueOrThrow(await does(ports, ask)) });
  return {
    run: (ask) =>
      mutation.mutateAsync(ask).then(
        (value) => ({ ok: true as const, value }),
        (error: unknown) => ({ ok: false as const, fault: faultOf(error) }),
      ),
    busy: mutation.isPending,
    fault: mutation.error ? faultOf(mutation.error) : null,
    value: mutation.data,
    reset: mutation.reset,
  };
}

export const useSession = () => useQuestion(['session', 'state'], (ports) => ports.recorder.ask('session/state', {}));
export const useInspections = () =>
  useQuestion(['inspection', 'list'], (ports) => ports.recorder.ask('inspection/list', {}));
export const useExchange = () =>
  useQuestion(['exchange', 'state'], (ports) => ports.recorder.ask('exchange/state', {}));
export const useImportChanges = () =>
  useQuestion(['exchange', 'changes'], (ports) => ports.recorder.ask('import/changes', {}));
export const useInstruments = () =>
  useQuestion(['instrument', 'list'], (ports) => ports.recorder.ask('instrument/list', {}));
export const useCare = (ready = true) =>
  useQuestion(['care', 'state'], ready ? (ports) => ports.recorder.ask('care/state', {}) : null);
export const useAbout = () => useQuestion(['host', 'about'], (ports) => ports.host.ask('host/about', {}));
export const useSheet = (inspectionId: string | null) =>
  useQuestion(
    ['inspection', 'sheet', inspectionId ?? ''],
    inspectionId === null ? null : (ports) => ports.recorder.ask('inspection/sheet', { inspectionId }),
  );
export const useWithdrawals = () =>
  useQuestion(['inspection', 'withdrawals'], (ports) => ports.recorder.ask('withdrawal/list', { inspectionId: null }));
