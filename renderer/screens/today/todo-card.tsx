import type { InstrumentRow } from '../../../electron/ports/instrument-models.ts';
import { Mark } from '../../marks/mark.tsx';
import type { MarkKind } from '../../marks/mark-kind.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { useExchange, useInstruments, useSession } from '../../ports/questions.ts';
import { useSaved } from '../../ports/use-saved.ts';
import { useCurrentInspection } from '../../shell/current-inspection.ts';
import { type Navigation, useNavigation } from '../../shell/navigation.tsx';
import { dayAndTime } from '../../words/format.ts';
import { shortPrincipal } from '../../words/principal.ts';
import { type SpokenWords, useWords } from '../../words/words.ts';
import { useGraded } from '../ledger/use-graded.ts';
import { type Todo, todosOf } from './todo-model.ts';

interface Line {
  readonly mark: MarkKind;
  readonly words: string;
  readonly why: string;
  readonly button: string;
  readonly act: (go: Navigation['go']) => void;
}

type T = SpokenWords['t'];
const noInstruments: readonly InstrumentRow[] = [];

const toExchange = (go: Navigation['go']) => go('exchange');

function inspectionLine(todo: Extract<Todo, { kind: 'unknown' | 'evidence' }>, t: T): Line {
  return {
    mark: 'unknown',
    words: t(`today.todo.${todo.kind}`, { n: todo.n }),
    why: t('today.todo.thisInspection', { mine: todo.mine }),
    button: t('today.todo.seeEach'),
    act: (go) => go('check', { focus: 'sign' }),
  };
}

function certificateLine(todo: Extract<Todo, { kind: 'noCertificate' | 'certificateEnds' }>, t: T): Line {
  const act = (go: Navigation['go']) => go('settings', { focus: 'me' });
  if (todo.kind === 'noCertificate')
    return {
      mark: 'alarm3',
      words: t('today.todo.noCertificate'),
      why: t('today.todo.noCertificateWhy'),
      button: t('today.todo.enrol'),
      act,
    };
  return {
    mark: 'alarm3',
    words: todo.days < 0 ? t('today.todo.certificateEnded') : t('today.todo.certificateEnds', { n: todo.days }),
    why: t('today.todo.certificateWhy'),
    button: t('today.todo.seeCertificate'),
    act,
  };
}

function instrumentLine(todo: Extract<Todo, { kind: 'instrumentEnds' }>, t: T): Line {
  const { model, serial } = todo;
  return {
    mark: 'alarm3',
    words:
      todo.days < 0
        ? t('today.todo.instrumentEnded', { model, serial })
        : t('today.todo.instrumentEnds', { model, serial, n: todo.days }),
    why: todo.until,
    button: t('today.todo.seeInstrument'),
    act: (go) => go('ledger', { focus: 'instruments' }),
  };
}

const gradeLine = ({ n, names }: Extract<Todo, { kind: 'notEvidence' }>, t: T): Line => ({
  mark: 'alarm3',
  words: t('today.todo.notEvidence', { n }),
  why: names.join(t('common.listJoin')),
  button: t('today.todo.seeInstrument'),
  act: (go) => go('ledger', { focus: 'instruments' }),
});

function exchangeLine(todo: Extract<Todo, { kind: 'unexported' | 'conflicts' | 'gap' }>, t: T): Line {
  const button = t('today.todo.seeExchange');
  if (todo.kind === 'unexported')
    return {
      mark: 'exported',
      words: t('today.todo.unexported', { n: todo.n }),
      why:
        todo.toSeq === null || todo.at === null
          ? t('today.todo.neverExported')
          : t('today.todo.lastExport', { seq: todo.toSeq, date: dayAndTime(todo.at) }),
      button: t('today.handOver'),
      act: (go) => go('exchange', { focus: 'out' }),
    };
  if (todo.kind === 'conflicts')
    return {
      mark: 'conflict',
      words: t('today.todo.conflicts', { n: todo.n }),
      why: t('today.todo.conflictsWhy'),
      button,
      act: toExchange,
    };
  return {
    mark: 'gap',
    words: t('today.todo.gaps', {
      name: todo.name ? shortPrincipal(todo.name) : t('exchange.logs.unnamed'),
      n: todo.n,
    }),
    why: t('today.todo.gapsWhy', { from: todo.from, to: todo.to }),
    button,
    act: toExchange,
  };
}

function lineOf(todo: Todo, t: T): Line {
  if (todo.kind === 'unknown' || todo.kind === 'evidence') return inspectionLine(todo, t);
  if (todo.kind === 'noCertificate' || todo.kind === 'certificateEnds') return certificateLine(todo, t);
  if (todo.kind === 'instrumentEnds') return instrumentLine(todo, t);
  if (todo.kind === 'notEvidence') return gradeLine(todo, t);
  return exchangeLine(todo, t);
}

/** What is owed; each with the way to it. */
export function TodoCard() {
  const { t } = useWords();
  const { go } = useNavigation();
  const { now } = useReach();
  const instruments = useInstruments().value;
  const graded = useGraded(instruments ?? noInstruments);
  const facts = {
    sheet: useCurrentInspection().sheet.value,
    session: useSession().value,
    exchange: useExchange().value,
    instruments,
    graded,
    ownSeq: useSaved()?.seq ?? 0,
    now: now(),
  };
  const todos = todosOf(facts);
  return (
    <Card flush title={t('today.todo.title')} aside={todos.length > 0 ? todos.length : undefined}>
      {todos.length === 0 && <p className="card-row text-small">{t('today.todo.none')}</p>}
      <ul>
        {todos.map((todo) => {
          const line = lineOf(todo, t);
          return (
            <li key={line.words + line.why} className="card-row">
              <Mark kind={line.mark} />
              <div className="card-row-words">
                <p>{line.words}</p>
                <p className="text-faint">{line.why}</p>
              </div>
              <Button onPress={() => line.act(go)}>{line.button}</Button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
