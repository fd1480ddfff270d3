import { Input } from 'antd';
import { useEffect, useState } from 'react';
import type { WithdrawalView } from '../../../electron/ports/withdrawal-models.ts';
import type { Citation } from '../../../vocabulary/verdict.ts';
import { type ToldPost, toldPost } from '../../../vocabulary/withdrawal.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { CitationDrawer } from '../../parts/citation-card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { UnknownTag } from '../../parts/tag.tsx';
import { useDeed } from '../../ports/questions.ts';
import { clockSeconds } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

/** Who knows: one press keeps the time, the name may follow. */
export function ToldCard({ order }: { readonly order: WithdrawalView }) {
  const { t } = useWords();
  const { withdrawalId } = order;
  const tell = useDeed((ports, said: { post: ToldPost; told: boolean; name: string }) =>
    ports.recorder.ask('withdrawal/tell', { withdrawalId, ...said }),
  );
  return (
    <Card grow title={t('withdrawal.told')} aside={t('withdrawal.toldHow')}>
      <div className="withdrawal-told">
        <ul>
          {toldPost.options.map((post) => (
            <ToldRow
              key={post}
              post={post}
              told={order.told.find((one) => one.post === post) ?? null}
              disabled={order.voided !== null}
              onTell={(told, name) => void tell.run({ post, told, name })}
            />
          ))}
        </ul>
        <FaultLine fault={tell.fault} />
        <BasisRow citations={order.citations} />
        <p className="text-small">{t('withdrawal.basisLater')}</p>
      </div>
    </Card>
  );
}

interface ToldRowProps {
  readonly post: ToldPost;
  readonly told: { readonly at: number; readonly name: string } | null;
  readonly disabled: boolean;
  readonly onTell: (told: boolean, name: string) => void;
}

function ToldRow({ post, told, disabled, onTell }: ToldRowProps) {
  const { t } = useWords();
  const [name, setName] = useState(told?.name ?? '');
  useEffect(() => setName(told?.name ?? ''), [told?.name]);
  const words = t(`withdrawal.posts.${post}`);
  return (
    <li>
      <button
        type="button"
        className="withdrawal-post"
        aria-pressed={told !== null}
        disabled={disabled}
        onClick={() => onTell(told === null, name)}
      >
        <Mark kind={told ? 'saved' : 'unanswered'} size={22} />
        <span>{words}</span>
        <span className="text-small">{told ? clockSeconds(told.at) : t('withdrawal.notTold')}</span>
      </button>
      {told && !disabled && (
        <Input
          value={name}
          maxLength={40}
          aria-label={t('withdrawal.toldName', { post: words })}
          placeholder={t('withdrawal.toldPlaceholder')}
          onChange={(event) => setName(event.target.value)}
          onBlur={() => name !== told.name && onTell(true, name)}
          onPressEnter={() => name !== told.name && onTell(true, name)}
        />
      )}
    </li>
  );
}

function BasisRow({ citations }: { readonly citations: readonly Citation[] }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const unread = citations.some(({ article }) => article === null);
  return (
    <div className="withdrawal-law">
      <Button kind="quiet" icon="document" onPress={() => setOpen(true)}>
        {t('withdrawal.basis')}
      </Button>
      {unread && <UnknownTag words={t('marks.articleNeedsCheck')} />}
      <CitationDrawer open={open} citations={citations} onClose={() => setOpen(false)} />
    </div>
  );
}
