import { Mark } from '../../marks/mark.tsx';
import type { MarkKind } from '../../marks/mark-kind.ts';
import { Card } from '../../parts/card.tsx';
import { useExchange, useSession } from '../../ports/questions.ts';
import { useSaved } from '../../ports/use-saved.ts';
import { clockSeconds, clockTime, dayAndTime, groupDigits } from '../../words/format.ts';
import { shortPrincipal } from '../../words/principal.ts';
import { useWords } from '../../words/words.ts';

/** Whether my work is safe: saved, sealed, handed in. */
export function TabletCard() {
  const { t } = useWords();
  const session = useSession().value;
  const exchange = useExchange().value;
  const newest = useSaved();
  if (!session) return null;
  const saved = session.saved;
  const last = exchange?.exported.toSorted((a, b) => b.toSeq - a.toSeq)[0];
  const today = newest?.today ?? 0;
  const wall = newest?.wall;
  const sealed = saved !== null && saved.sealedAt !== null;
  return (
    <Card
      title={t('today.tablet.title')}
      aside={session.device.principal ? shortPrincipal(session.device.principal) : t('today.tablet.unnamed')}
    >
      <ul className="tablet-lines">
        <Line
          mark={wall === undefined ? 'unanswered' : 'saved'}
          words={wall === undefined ? t('shell.notSavedYet') : t('today.tablet.saved', { n: groupDigits(today) })}
          time={wall === undefined ? '' : clockSeconds(wall)}
        />
        <Line
          mark={sealed ? 'sealed' : 'unanswered'}
          words={sealed ? t('today.tablet.sealed', { seq: groupDigits(saved.sealedTo) }) : t('today.tablet.notSealed')}
          time={sealed && saved.sealedAt !== null ? clockTime(saved.sealedAt) : ''}
        />
        {exchange && (
          <Line
            mark={last ? 'exported' : 'unanswered'}
            words={last ? t('today.tablet.exported', { seq: groupDigits(last.toSeq) }) : t('today.tablet.notExported')}
            time={last ? dayAndTime(last.at) : ''}
          />
        )}
      </ul>
    </Card>
  );
}

const Line = ({ mark, words, time }: { readonly mark: MarkKind; readonly words: string; readonly time: string }) => (
  <li>
    <Mark kind={mark} size={20} />
    <span>{words}</span>
    <span className="text-faint">{time}</span>
  </li>
);
