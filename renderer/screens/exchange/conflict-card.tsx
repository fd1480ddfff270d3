import { Input } from 'antd';
import { useState } from 'react';
import type { Conflict } from '../../../electron/ports/exchange-models.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import { useDeed, useSession } from '../../ports/questions.ts';
import { clockSeconds, dayAndTime, WIDE } from '../../words/format.ts';
import { shortPrincipal } from '../../words/principal.ts';
import { useWords } from '../../words/words.ts';
import { headsInOrder, namedByOutcome } from './exchange-model.ts';

type Head = Conflict['heads'][number];

/** One disagreement at a time, both answers side by side, nothing hidden. */
export function ConflictCard({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const { t } = useWords();
  const [at, setAt] = useState(0);
  const place = Math.min(at, conflicts.length - 1);
  const conflict = conflicts[place];
  if (!conflict) return null;
  return (
    <section className="card conflict">
      <header className="exchange-heading">
        <Mark kind="conflict" size={28} />
        <div className="card-row-words">
          <h2>{t(namedByOutcome(conflict) ? 'exchange.conflict.title' : 'exchange.conflict.titleOther')}</h2>
          <p className="text-small">{`${conflict.title}${WIDE}${t('exchange.conflict.kept')}`}</p>
        </div>
        <span className="text-small">{t('exchange.conflict.of', { at: place + 1, total: conflicts.length })}</span>
        {conflicts.length > 1 && (
          <>
            <Button disabled={place === 0} onPress={() => setAt(place - 1)}>
              {t('exchange.conflict.previous')}
            </Button>
            <Button disabled={place === conflicts.length - 1} onPress={() => setAt(place + 1)}>
              {t('exchange.conflict.next')}
            </Button>
          </>
        )}
      </header>
      <OneConflict key={conflict.subject} conflict={conflict} />
    </section>
  );
}

function OneConflict({ conflict }: { readonly conflict: Conflict }) {
  const { t } = useWords();
  const lead = useSession().value?.device.role === 'lead';
  const [chosen, setChosen] = useState<Head | null>(null);
  const [visit, setVisit] = useState(false);
  const heads = headsInOrder(conflict);
  const named = namedByOutcome(conflict);
  const adoptWords = (head: Head, at: number) =>
    named && head.outcome
      ? t('exchange.conflict.adopt', { word: t(`marks.${head.outcome}`) })
      : t('exchange.conflict.adoptNumbered', { n: at + 1 });
  return (
    <>
      <ul className="conflict-heads">
        {heads.map((head) => (
          <HeadCard key={head.event} head={head} />
        ))}
      </ul>
      <div className="conflict-buttons">
        {heads.map((head, at) => (
          <Button
            key={head.event}
            disabled={!lead}
            pressed={chosen?.event === head.event}
            onPress={() => {
              setVisit(false);
              setChosen(head);
            }}
          >
            {adoptWords(head, at)}
          </Button>
        ))}
        <Button
          pressed={visit}
          onPress={() => {
            setChosen(null);
            setVisit(!visit);
          }}
        >
          {t('exchange.conflict.visit')}
        </Button>
      </div>
      {chosen && <Decide subject={conflict.subject} head={chosen} />}
      <p className="text-small">
        {visit && t('exchange.conflict.visitNoted')}
        {!visit && t(lead ? 'exchange.conflict.note' : 'exchange.conflict.leadOnly')}
      </p>
    </>
  );
}

function HeadCard({ head }: { readonly head: Head }) {
  const { t } = useWords();
  return (
    <li className="conflict-head" data-shown={head.shown ? '' : undefined}>
      <p className="exchange-heading">
        {head.outcome && <Mark kind={head.outcome} size={26} />}
        <strong className="card-row-words">{head.outcome ? t(`marks.${head.outcome}`) : head.author}</strong>
        <span className="text-small">{head.shown && t('exchange.conflict.shown')}</span>
      </p>
      <p data-said="">{head.summary}</p>
      {head.reason !== '' && <p className="text-small">{head.reason}</p>}
      <p className="text-small">{`${head.author}${WIDE}${shortPrincipal(head.principal ?? '')}`}</p>
      <p className="text-small">
        {`${dayAndTime(head.wall).slice(0, 5)} ${clockSeconds(head.wall)}${WIDE}${t('exchange.conflict.evidence', { n: head.evidence })}`}
      </p>
    </li>
  );
}

/** A decision is a new entry with its written reason; both originals stay. */
function Decide({ subject, head }: { readonly subject: string; readonly head: Head }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const resolve = useDeed((ports, ask: { subject: string; chosen: string; reason: string }) =>
    ports.recorder.ask('conflict/resolve', ask),
  );
  return (
    <div className="conflict-decide">
      <Field label={t('exchange.conflict.reason')} hint={t('exchange.conflict.reasonHint')}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Button
        disabled={reason.trim() === ''}
        busy={resolve.busy}
        onPress={() => void resolve.run({ subject, chosen: head.event, reason: reason.trim() })}
      >
        {resolve.busy ? t('common.working') : t('exchange.conflict.decide')}
      </Button>
      <FaultLine fault={resolve.fault} />
    </div>
  );
}
