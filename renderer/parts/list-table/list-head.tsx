import { Input, type InputRef } from 'antd';
import type { Ref } from 'react';
import { useWords } from '../../words/words.ts';
import { FilterChips } from '../filter-chips.tsx';
import { KeyHint } from '../key-hint.tsx';
import { ALL } from './list-model.ts';
import type { ListRows } from './use-list-rows.ts';

export interface ListHeadProps<R> {
  readonly label: string;
  readonly list: ListRows<R>;
  readonly inputRef: Ref<InputRef>;
  readonly onLeave: () => void;
}

/** The chips with their counts and the text filter; both always in sight. */
export function ListHead<R>({ label, list, inputRef, onLeave }: ListHeadProps<R>) {
  const { t } = useWords();
  return (
    <div className="list-head">
      <FilterChips
        label={t('list.chips', { list: label })}
        options={list.chips}
        value={list.chip}
        onChoose={list.chooseChip}
      />
      <Input
        ref={inputRef}
        className="list-search"
        value={list.text}
        placeholder={t('list.search')}
        aria-label={t('list.searchIn', { list: label })}
        suffix={<KeyHint name="/" />}
        onChange={(event) => list.lookFor(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Backspace' && list.text === '') list.chooseChip(ALL);
          if (event.key === 'Escape') list.lookFor('');
          if (!['Escape', 'Enter', 'ArrowDown'].includes(event.key) || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onLeave();
        }}
      />
    </div>
  );
}
