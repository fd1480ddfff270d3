import { useState } from 'react';
import { type InstrumentId, instrumentId } from '../../../vocabulary/ids.ts';
import { inOrder } from '../../live/alarm-center.ts';
import type { Alarm, Alarms } from '../../live/alarm-model.ts';
import { useAlarms } from '../../live/alarm-watch.tsx';
import { alarmKey, type ChannelHere, useChannels } from '../../live/use-channels.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useLive } from '../../ports/ports-context.tsx';
import { useNavigation } from '../../shell/navigation.tsx';
import { useLayout } from '../../theme/use-display.ts';
import { useWords } from '../../words/words.ts';
import { ImportLog } from '../stored-log/import-log.tsx';
import { ChannelDrawer } from './channel-drawer.tsx';
import { ChartCard } from './chart-card.tsx';
import { ChartView } from './chart-view.tsx';
import { InstrumentsPanel } from './instruments-panel.tsx';
import { KnownInstruments } from './known-instruments.tsx';
import { LiveHead } from './live-head.tsx';
import { pageOf, pagesOf } from './paging.ts';
import { PlaceChooser } from './place-chooser.tsx';
import { RequirementCard } from './requirement-card.tsx';
import { SameQuestions } from './same-question.tsx';
import { Tile } from './tile.tsx';
import './live.css';

/** Faults by which a lost detector is an unplugged one. */
const UNPLUGGED: ReadonlySet<string> = new Set(['port_absent', 'port_failed']);

/** `import/<id>`: the register asks to take in the log of that instrument. */
function openedBy(focus: string | null): InstrumentId | null {
  const id = focus?.match(/^import\/(.+)$/)?.[1];
  return id === undefined ? null : instrumentId.parse(id);
}

/** Plug in a detector, confirm it once, choose the place, trust every number. */
export function LiveScreen() {
  const { place, go } = useNavigation();
  const [view, setView] = useState<'readings' | 'places' | 'instruments' | 'import' | { readonly chart: string }>(
    openedBy(place.focus) === null ? 'readings' : 'import',
  );
  const alarms = useAlarms();
  const here = useChannels();
  const back = () => setView('readings');
  if (view === 'places') return <PlaceChooser date={here.date} onDone={back} />;
  if (view === 'instruments') return <InstrumentsPanel onDone={back} />;
  if (view === 'import') {
    const instrument = openedBy(place.focus);
    const toInstrument = () => go('ledger', { focus: `instrument/${instrument}` });
    return <ImportLog instrument={instrument} onDone={instrument === null ? back : toInstrument} />;
  }
  const charted = typeof view === 'object' && here.channels.find((one) => one.channel.key === view.chart);
  if (charted)
    return (
      <ChartView
        key={charted.channel.key}
        channels={here.channels}
        here={charted}
        alarm={alarmOf(alarms, charted)}
        now={here.now}
        onChannel={(chart) => setView({ chart })}
        onDone={back}
      />
    );
  return (
    <Readings
      {...here}
      onChart={(chart) => setView({ chart })}
      onPlaces={() => setView('places')}
      onInstruments={() => setView('instruments')}
      onImport={() => setView('import')}
    />
  );
}

const alarmOf = (alarms: Alarms, here: ChannelHere): Alarm | null =>
  alarms.find((alarm) => alarm.key === alarmKey(here.channel)) ?? null;

type ReadingsProps = ReturnType<typeof useChannels> & {
  readonly onChart: (key: string) => void;
  readonly onPlaces: () => void;
  readonly onInstruments: () => void;
  readonly onImport: () => void;
};

function Readings({ channels, place, date, now, onChart, onPlaces, onInstruments, onImport }: ReadingsProps) {
  const { t } = useWords();
  const live = useLive();
  const alarms = useAlarms();
  const [opened, setOpened] = useState<string | null>(null);
  const worst = inOrder(alarms).find((alarm) => !alarm.cleared && alarm.level < 3) ?? null;
  const required = worst && channels.find((here) => alarmKey(here.channel) === worst.key) ? worst : null;
  const openRequired = () =>
    setOpened(channels.find((here) => alarmKey(here.channel) === required?.key)?.channel.key ?? null);
  const limited = channels.filter((here) => here.judged.ticks !== null);
  const charted =
    channels.find((here) => required && alarmKey(here.channel) === required.key) ??
    limited.find((here) => here.channel.history.length > 0 || here.channel.over.length > 0) ??
    limited[0] ??
    channels[0];
  return (
    <div className="page live-page">
      <h1 className="visually-hidden">{t('live.title')}</h1>
      <LiveHead
        channels={channels}
        place={place}
        date={date}
        onPlaces={onPlaces}
        onInstruments={onInstruments}
        onImport={onImport}
      />
      {/* one after another: the numbers keep their room */}
      <SameQuestions most={1} />
      <KnownInstruments />
      {channels.length === 0 ? (
        <EmptyState words={t('live.none')}>
          <Button kind="primary" size="big" icon="instrument" onPress={onInstruments}>
            {t('live.find')}
          </Button>
          <Button size="big" icon="folder" onPress={onImport}>
            {t('storedLog.open')}
          </Button>
        </EmptyState>
      ) : (
        <Tiles channels={channels} required={required && <RequirementCard alarm={required} onOpen={openRequired} />}>
          {(here) => {
            const detector = live.detectors.get(here.channel.detector);
            return (
              <Tile
                key={here.channel.key}
                here={here}
                alarm={alarmOf(alarms, here)}
                now={now}
                placeChosen={place !== null}
                unplugged={detector?.phase === 'lost' && UNPLUGGED.has(detector.fault?.code ?? '')}
                lineSince={detector?.phase === 'live' ? detector.since : null}
                settings={detector?.settings}
                onOpen={() => setOpened(here.channel.key)}
              />
            );
          }}
        </Tiles>
      )}
      {charted && (
        <ChartCard
          key={charted.channel.key}
          here={charted}
          alarm={alarmOf(alarms, charted)}
          now={now}
          onEnlarge={() => onChart(charted.channel.key)}
        />
      )}
      <ChannelDrawer
        here={channels.find((here) => here.channel.key === opened) ?? null}
        onClose={() => setOpened(null)}
      />
    </div>
  );
}

interface TilesProps {
  readonly channels: readonly ChannelHere[];
  /** Takes the free place of the last row, where there is one: no tile moves for it. */
  readonly required: React.ReactNode;
  readonly children: (here: ChannelHere) => React.ReactNode;
}

/** Six tiles a page in the field, eight on a desk; tiles keep their place whatever happens. */
function Tiles({ channels, required, children }: TilesProps) {
  const { t } = useWords();
  const { layout } = useLayout();
  const [wanted, setWanted] = useState(0);
  const size = layout === 'desk' ? 8 : 6;
  const pages = pagesOf(channels.length, size);
  const page = Math.min(wanted, pages - 1);
  const shown = pageOf(channels, page, size);
  return (
    <>
      <div className="tiles" data-rows={channels.length > size / 2 ? 2 : 1}>
        {shown.map(children)}
        {shown.length % (size / 2) !== 0 && required}
      </div>
      {pages > 1 && (
        <div className="tiles-pages">
          <Button icon="back" disabled={page === 0} onPress={() => setWanted(page - 1)}>
            {t('live.pageBack')}
          </Button>
          <span>{t('live.pageOf', { n: page + 1, all: pages })}</span>
          <Button iconAfter="next" disabled={page === pages - 1} onPress={() => setWanted(page + 1)}>
            {t('live.pageNext')}
          </Button>
        </div>
      )}
    </>
  );
}
