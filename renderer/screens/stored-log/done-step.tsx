import { useState } from 'react';
import type { LogImported } from '../../../electron/ports/log-models.ts';
import type { PlaceId } from '../../../vocabulary/ids.ts';
import { Mark } from '../../marks/mark.tsx';
import { Card } from '../../parts/card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useDeed, useSheet } from '../../ports/questions.ts';
import { groupDigits } from '../../words/format.ts';
import { useItemTitle } from '../../words/item-title.ts';
import { useWords } from '../../words/words.ts';
import { labelOf } from '../live/keep-set.ts';
import { MatchView } from './match-view.tsx';
import { rowForPlace } from './row-for-place.ts';

/** What was kept, place by place; the gravest readings of a place can be put to the item that asks for one. */
export function DoneStep({ done }: { readonly done: LogImported }) {
  const { t } = useWords();
  const { row, match } = done;
  const use = useStored(done);
  const words = match
    ? t('storedLog.match.matched', {
        count: groupDigits(row.counts.imported),
        places: match.places.length,
        unmatched: groupDigits(match.unmatchedRows),
      })
    : t('storedLog.match.keptOnly', { count: groupDigits(row.counts.imported) });
  return (
    <Card title={t('storedLog.done.title')} aside={row.name} grow>
      <p className="stored-log-sentence" role="status">
        <Mark kind="received" size={24} />
        <strong>{words}</strong>
      </p>
      {row.offsetMs === null && (
        <p className="stored-log-sentence">
          <Mark kind="notEvidence" size={20} />
          <span>{t('storedLog.list.noOffset')}</span>
        </p>
      )}
      {use.words !== null && (
        <p className="stored-log-sentence" role="status">
          {use.saved && <Mark kind="saved" size={18} />} {use.words}
        </p>
      )}
      <FaultLine fault={use.fault} />
      {match && <MatchView match={match} using={use.busy} onUse={use.run} />}
    </Card>
  );
}

/** 记为凭据: into the row of the place that wants a reading, saved before it is said. */
function useStored({ row, match }: LogImported) {
  const { t } = useWords();
  const titleOf = useItemTitle();
  const inspectionId = match?.inspectionId ?? null;
  const sheet = useSheet(inspectionId);
  const [said, setSaid] = useState<{ readonly words: string; readonly saved: boolean } | null>(null);
  const put = useDeed(
    async (ports, ask: { readonly placeId: PlaceId; readonly itemId: string; readonly at: PlaceId | null }) => {
      const stored = await ports.recorder.ask('log/extremes', {
        inspectionId: inspectionId ?? '',
        placeId: ask.placeId,
      });
      if (!stored.ok) return stored;
      const readings = stored.value.find(({ file }) => file === row.file)?.readings ?? [];
      return ports.recorder.ask('evidence/add', {
        inspectionId: inspectionId ?? '',
        itemId: ask.itemId,
        placeId: ask.at,
        kind: 'detector',
        label: labelOf(readings, t('common.listJoin'), (word) => t(`marks.${word}`)),
        text: t('storedLog.done.source', { name: row.name }),
        file: null,
        readings: [...readings],
      });
    },
  );
  const run = async (placeId: PlaceId) => {
    const open = sheet.value && sheet.value.summary.signedAt === null ? sheet.value : null;
    const target = open && rowForPlace(open, placeId);
    if (!target) return setSaid({ words: t('storedLog.done.usedNowhere'), saved: false });
    const done = await put.run({ placeId, itemId: target.itemId, at: target.placeId });
    if (!done.ok) return setSaid(null);
    setSaid({ words: t('storedLog.done.used', { item: titleOf(target.itemId) ?? target.itemId }), saved: true });
  };
  return {
    run: (placeId: PlaceId) => void run(placeId),
    busy: put.busy,
    fault: put.fault,
    words: said?.words ?? null,
    saved: said?.saved ?? false,
  };
}
