import { Drawer } from 'antd';
import { useState } from 'react';
import type { QuarantinedRow } from '../../../electron/ports/exchange-models.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { dayAndTime, WIDE } from '../../words/format.ts';
import { shortPrincipal } from '../../words/principal.ts';
import { useWords } from '../../words/words.ts';
import { quarantineReason } from './exchange-model.ts';

/** What was set aside and why; neither merged nor lost. */
export function QuarantineCard({ rows }: { readonly rows: readonly QuarantinedRow[] }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const title = t('exchange.quarantine.title', { n: rows.length });
  return (
    <Card>
      <div className="exchange-heading">
        <Mark kind="quarantined" />
        <h2 className="card-row-words">{title}</h2>
        <Button onPress={() => setOpen(true)}>{t('exchange.quarantine.see')}</Button>
      </div>
      <p className="text-small">{t('exchange.quarantine.why')}</p>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        size={520}
        title={title}
        closable={false}
        extra={<Button onPress={() => setOpen(false)}>{t('common.close')}</Button>}
      >
        <ul>
          {rows.map((row) => (
            <li key={row.event} className="quarantine-row">
              <p>{t('exchange.quarantine.row', { seq: row.seq, type: row.type })}</p>
              <p className="text-small">
                {t(`exchange.quarantine.reasons.${quarantineReason(row.reason)}`, { seq: row.seq, reason: row.reason })}
              </p>
              <p className="text-faint">
                {`${row.principal ? shortPrincipal(row.principal) : t('exchange.logs.unnamed')}${WIDE}${dayAndTime(row.wall)}`}
              </p>
            </li>
          ))}
        </ul>
      </Drawer>
    </Card>
  );
}
