import { useState } from 'react';
import { packsInUse } from '../../../rules/packs/in-use.ts';
import type { Pack } from '../../../rules/packs/pack.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { type Column, PlainTable } from '../../parts/plain-table.tsx';
import { UnknownTag } from '../../parts/tag.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { useNavigation } from '../../shell/navigation.tsx';
import { isoDay } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { endedBy, uncheckedIn } from './packs-model.ts';
import { Rejudge } from './rejudge.tsx';
import { Releases } from './releases.tsx';

/** The editions this program judges by, with their days in force and what is not verified. */
export function Packs() {
  const { t } = useWords();
  const today = isoDay(useReach().now());
  const packs = packsInUse();
  const [rejudging, setRejudging] = useState(useNavigation().place.focus === 'rejudge');
  if (rejudging) return <Rejudge onBack={() => setRejudging(false)} />;
  if (packs.length === 0) return <EmptyState words={t('settings.packs.none')} />;
  const columns: readonly Column<Pack>[] = [
    {
      key: 'title',
      title: t('parts.citation.document'),
      cell: (pack) => (
        <span className="cell-lines">
          {pack.title}
          <span className="text-faint mono-id">{pack.id}</span>
        </span>
      ),
    },
    {
      key: 'version',
      title: t('settings.about.version'),
      cell: (pack) => <span className="nowrap">{t('settings.packs.version', { n: pack.version })}</span>,
    },
    {
      key: 'dates',
      title: t('parts.citation.from'),
      cell: (pack) => (
        <span className="cell-lines nowrap">
          {t('settings.packs.from', { date: pack.effectiveFrom })}
          <span className="text-small">
            {pack.effectiveTo === null
              ? t('parts.citation.stillValid')
              : t('settings.packs.to', { date: pack.effectiveTo })}
          </span>
        </span>
      ),
    },
    {
      key: 'entries',
      title: t('settings.packs.count'),
      number: true,
      cell: (pack) => pack.limits.length + pack.tables.length + pack.clauses.length,
    },
    {
      key: 'unchecked',
      title: t('marks.needsCheck'),
      cell: (pack) => {
        const open = uncheckedIn(pack);
        if (open > 0) return <UnknownTag words={t('settings.packs.needsCheck', { n: open })} />;
        return <span className="text-small">{t('settings.packs.allRead')}</span>;
      },
    },
  ];
  const inForceFirst = packs.toSorted((a, b) => Number(endedBy(a, today)) - Number(endedBy(b, today)));
  return (
    <div className="page">
      <p className="text-small">{t('settings.packs.why')}</p>
      <div>
        <Button iconAfter="next" onPress={() => setRejudging(true)}>
          {t('rejudge.title')}
        </Button>
      </div>
      <PlainTable
        label={t('settings.packs.title')}
        columns={columns}
        rows={inForceFirst}
        rowKey={(pack) => `${pack.id}@${pack.version}`}
      />
      <Releases />
    </div>
  );
}
