import { useState } from 'react';
import type { ImportChange } from '../../../electron/ports/exchange-models.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { useImportChanges } from '../../ports/questions.ts';
import { dayAndTime, WIDE } from '../../words/format.ts';
import { shortPrincipal } from '../../words/principal.ts';
import { type SpokenWords, useWords } from '../../words/words.ts';

const AT_FIRST = 6;

/** What the last bundles changed of what stood on this screen: before and now, nothing of what is simply new. */
export function ChangesCard() {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const changes = useImportChanges().value ?? [];
  if (changes.length === 0) return null;
  const rows = all ? changes : changes.slice(0, AT_FIRST);
  return (
    <Card title={t('exchange.changes.title', { n: changes.length })}>
      <ul className="changes">
        {rows.map((change) => (
          <ChangeLine key={`${change.at} ${change.subject}`} change={change} />
        ))}
      </ul>
      {rows.length < changes.length && (
        <Button onPress={() => setAll(true)}>{t('exchange.changes.all', { n: changes.length })}</Button>
      )}
    </Card>
  );
}

function ChangeLine({ change }: { readonly change: ImportChange }) {
  const { t } = useWords();
  const { title, mine, at, heads } = change;
  return (
    <li>
      <Mark kind={heads > 1 ? 'conflict' : 'received'} size={20} />
      <span className="card-row-words">
        <strong>{title}</strong>
        <span className="text-small">{t('exchange.changes.before', { what: whatOf(t, change.before) })}</span>
        <span className="text-small">{t('exchange.changes.now', { what: whatOf(t, change.now) })}</span>
        {heads > 1 && <span className="text-small">{t('exchange.changes.heads', { n: heads })}</span>}
      </span>
      <span className="text-faint nowrap">{[mine, dayAndTime(at)].filter(Boolean).join(WIDE)}</span>
    </li>
  );
}

/** The outcome, the numbers and whose it is; a thing without words of its own is only said to be there. */
function whatOf(t: SpokenWords['t'], value: ImportChange['now']): string {
  if (!value) return t('exchange.changes.nothing');
  const outcome = value.outcome ? t(`marks.${value.outcome}`) : null;
  const said = [outcome, value.summary].filter(Boolean);
  const by = value.principal ? shortPrincipal(value.principal) : null;
  return [...(said.length > 0 ? said : [t('exchange.changes.there')]), by].filter(Boolean).join(WIDE);
}
