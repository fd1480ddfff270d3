import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { FindingCursor, ListedFinding } from '../../../electron/ports/finding-models.ts';
import type { Fault } from '../../../vocabulary/fault.ts';
import { ALL } from '../../parts/list-table/list-model.ts';
import type { ListRows } from '../../parts/list-table/use-list-rows.ts';
import { faultOf, valueOrThrow } from '../../ports/fault-error.ts';
import { usePorts } from '../../ports/ports-context.tsx';
import { useQuestion } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';

type Severity = ListedFinding['finding']['severity'];

export interface FindingsAsked {
  /** Undefined until the first answer. */
  readonly list: ListRows<ListedFinding> | undefined;
  readonly fault: Fault | null;
  readonly again: () => void;
}

/** Findings of all inspections, read page by page as they come in sight. */
export function useFindings(): FindingsAsked {
  const { t } = useWords();
  const [severity, setSeverity] = useState<Severity | null>(null);
  const [text, setText] = useState('');
  const counts = useQuestion(['inspection', 'finding-counts'], (ports) => ports.recorder.ask('finding/counts', {}));
  const phrase = useDeferredValue(text.trim());
  const pages = usePages(severity, phrase);
  const shown = useMemo(() => pages.data?.pages.flatMap((page) => page.rows), [pages.data]);
  const { fetchNextPage, hasNextPage, isFetching } = pages;
  const next = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const clear = () => {
    setSeverity(null);
    setText('');
  };
  const fault = counts.fault ?? (pages.error ? faultOf(pages.error) : null);
  const again = () => {
    counts.again();
    void pages.refetch();
  };
  if (!counts.value || !shown) return { list: undefined, fault, again };
  const { all, major, general } = counts.value;
  const isSearch = phrase !== '';
  const kept = { all, major, general }[severity ?? ALL];
  const list: ListRows<ListedFinding> = {
    shown,
    total: all,
    kept: isSearch ? (hasNextPage ? null : shown.length) : kept,
    more: hasNextPage && !isFetching ? next : null,
    // A search lists what was last heard of first, which is nearly the order of time and not quite.
    sorted: (column) => column === 'date' && !isSearch && 'desc',
    sortBy: null,
    chips: [
      { value: ALL, words: t('list.all'), count: all },
      { value: 'major', words: t('findings.major'), count: major },
      { value: 'general', words: t('findings.general'), count: general },
    ],
    chip: severity ?? ALL,
    chooseChip: (key) => setSeverity(key === 'major' || key === 'general' ? key : null),
    text,
    lookFor: setText,
    isFiltered: severity !== null || isSearch,
    clear,
  };
  return { list, fault, again };
}

function usePages(severity: Severity | null, phrase: string) {
  const ports = usePorts();
  return useInfiniteQuery({
    queryKey: ['inspection', 'findings', severity, phrase],
    initialPageParam: null as FindingCursor | null,
    queryFn: async ({ pageParam: after }) =>
      valueOrThrow(
        phrase === ''
          ? await ports.recorder.ask('finding/page', { severity, after })
          : await ports.recorder.ask('finding/search', { severity, after, phrase }),
      ),
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}
