import { useState } from 'react';
import type { SheetRow } from '../../../electron/ports/inspection-models.ts';
import { type LimitTick, limitsAt } from '../../../rules/live/limits-at.ts';
import { isCompany } from '../../../rules/packs/company.ts';
import type { Reading } from '../../../vocabulary/reading.ts';
import type { IsoDate } from '../../../vocabulary/time.ts';
import { inOrder } from '../../live/alarm-center.ts';
import { useAlarms } from '../../live/alarm-watch.tsx';
import type { PlaceHere } from '../../live/place-here.ts';
import { sayShortActions } from '../../live/say-alarm.ts';
import type { ChannelHere } from '../../live/use-channels.ts';
import { Icon } from '../../marks/icon.tsx';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { CitationButton } from '../../parts/citation-button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { LimitButton } from '../../parts/limit-button.tsx';
import { comparatorSign, shownAmount } from '../../parts/quantity-text.ts';
import { useLive, useReach } from '../../ports/ports-context.tsx';
import { useDeed } from '../../ports/questions.ts';
import { useCompanyPacks } from '../../ports/use-company.ts';
import { useCurrentInspection } from '../../shell/current-inspection.ts';
import { useKeys } from '../../shell/use-keys.ts';
import { clockSeconds } from '../../words/format.ts';
import { useItemTitle } from '../../words/item-title.ts';
import { useWords } from '../../words/words.ts';
import { useWorkedRow } from '../check/last-row.ts';
import { gravestFirst, labelOf, readingsNow, rowForReadings } from './keep-set.ts';
import { SoundTrouble } from './sound-trouble.tsx';

export interface LiveHeadProps {
  readonly channels: readonly ChannelHere[];
  readonly place: PlaceHere | null;
  readonly date: IsoDate;
  readonly onPlaces: () => void;
  readonly onInstruments: () => void;
  readonly onImport: () => void;
}

/** Where one stands and which limit that brings; the instruments; keeping the set. */
export function LiveHead({ channels, place, date, onPlaces, onInstruments, onImport }: LiveHeadProps) {
  const { t } = useWords();
  const detectors = [...useLive().detectors.values()];
  const live = detectors.filter((one) => one.phase === 'live').length;
  const keep = useKeepSet(channels);
  useKeys([
    { key: 'g', words: t('live.keys.place'), run: onPlaces },
    { key: 'l', words: t('live.keys.keepSet'), run: keep.run },
  ]);
  return (
    <div className="live-head">
      <button type="button" className="live-place" onClick={onPlaces}>
        <Icon name="place" size={24} />
        <strong>{place ? (place.name ?? t(`places.${place.code}`)) : t('live.choosePlace')}</strong>
        <Icon name="down" size={18} />
      </button>
      <div className="live-limit">
        {place ? (
          <PlaceWords channels={channels} place={place} date={date} />
        ) : (
          <p>{t(channels.length > 0 ? 'live.noPlace' : 'live.noPlaceNoRecord')}</p>
        )}
        <SoundTrouble />
      </div>
      <div className="live-buttons">
        {detectors.length > 0 && (
          <Button icon="instrument" onPress={onInstruments}>
            {t('live.instruments', { live, all: detectors.length })}
          </Button>
        )}
        {channels.length > 0 && (
          <Button icon="folder" onPress={onImport}>
            {t('storedLog.open')}
          </Button>
        )}
        {channels.length > 0 && (
          <Button keyName="L" busy={keep.busy} onPress={keep.run}>
            {t('live.keepSet')}
          </Button>
        )}
      </div>
      {(keep.words !== null || keep.fault) && (
        <div className="live-kept" role="status">
          {keep.words !== null && (
            <p>
              {keep.saved && <Mark kind="saved" size={18} />} {keep.words}
            </p>
          )}
          <FaultLine fault={keep.fault} />
        </div>
      )}
    </div>
  );
}

/** In alarm: since when, and how much of it nobody has answered; else the limit. */
function PlaceWords({
  channels,
  place,
  date,
}: Pick<LiveHeadProps, 'channels' | 'date'> & { readonly place: PlaceHere }) {
  const { t } = useWords();
  const alarms = useAlarms();
  const active = alarms.filter((alarm) => !alarm.cleared);
  const [first] = inOrder(active);
  const aside = active.filter((alarm) => alarm.shelvedUntil !== null).length;
  if (!first || first.level === 3)
    return (
      <>
        <LimitWords place={place} date={date} />
        {aside > 0 && <p>{t('live.alarm.shelvedCount', { n: aside })}</p>}
      </>
    );
  const counts = [
    [
      t('live.count.unknown', {
        n: active.filter((alarm) => !alarm.acknowledged && alarm.shelvedUntil === null).length,
      }),
    ],
    [t('live.count.stale', { n: channels.filter((here) => here.stale).length })],
    aside > 0 ? [t('live.alarm.shelvedCount', { n: aside })] : [],
  ].flat();
  return (
    <>
      <p>
        {t(`places.${place.code}`)} · {t('live.alarm.since', { time: clockSeconds(first.since.wall) })}
      </p>
      <p>{counts.join(' · ')}</p>
    </>
  );
}

/** The gravest methane limit of the place with its source, and the mine's own stricter one beside it; the rest is in the drawer of each tile. */
function LimitWords({ place, date }: { readonly place: PlaceHere; readonly date: IsoDate }) {
  const { t } = useWords();
  const packs = useCompanyPacks(useCurrentInspection().summary?.mine ?? null, date);
  const tick = limitsAt(place.code, 'CH4', date)?.at(-1);
  const own = packs && limitsAt(place.code, 'CH4', date, packs)?.find(({ citation }) => isCompany(citation));
  if (!tick) return <p>{t('live.place.limitNone')}</p>;
  const actions = sayShortActions(t, tick.actions);
  return (
    <>
      <p>
        {place.name !== null && `${t(`places.${place.code}`)}　`}CH₄ <TickLimit tick={tick} />
        {own && (
          <span className="nowrap">
            {'\u3000'}
            {t('company.mark')} <TickLimit tick={own} />
          </span>
        )}
        {'\u3000'}
        {actions}
      </p>
      <CitationButton citation={tick.citation} />
    </>
  );
}

const TickLimit = ({ tick }: { readonly tick: LimitTick }) => (
  <LimitButton
    limit={`${comparatorSign[tick.reachedWhen]} ${shownAmount(tick.value, 'CH4')} %`}
    citations={[tick.citation]}
  />
);

/** 记下这组读数: into the row that wants it, saved before it is said. */
function useKeepSet(channels: readonly ChannelHere[]) {
  const { live, now } = useReach();
  const { t } = useWords();
  const { sheet } = useCurrentInspection();
  const worked = useWorkedRow();
  const titleOf = useItemTitle();
  const [kept, setKept] = useState<{ readonly words: string; readonly saved: boolean } | null>(null);
  const deed = useDeed((ports, { row, readings }: { readonly row: SheetRow; readonly readings: readonly Reading[] }) =>
    ports.recorder.ask('evidence/add', {
      inspectionId: sheet.value?.summary.inspectionId ?? '',
      itemId: row.itemId,
      placeId: row.placeId,
      kind: 'detector',
      label: labelOf(readings, t('common.listJoin'), (word) => t(`marks.${word}`)),
      text: '',
      file: null,
      readings: [...readings],
    }),
  );
  const run = async () => {
    const readings = gravestFirst(readingsNow(live.get(), now()), channels);
    if (deed.busy || readings.length === 0) return;
    const open = sheet.value?.summary.signedAt === null ? sheet.value : null;
    if (!open) return setKept({ words: t('live.noInspection'), saved: false });
    const row = rowForReadings(open, worked);
    if (!row) return setKept({ words: t('live.keptNowhere'), saved: false });
    const done = await deed.run({ row, readings });
    if (!done.ok) return setKept(null);
    const item = titleOf(row.itemId) ?? row.itemId;
    setKept({ words: t('live.kept', { time: clockSeconds(done.value.savedAt), item }), saved: true });
  };
  return {
    run: () => void run(),
    busy: deed.busy,
    fault: deed.fault,
    words: kept?.words ?? null,
    saved: kept?.saved ?? false,
  };
}
