import { useState } from 'react';
import type { MineZones } from '../../../../../electron/ports/zone-models.ts';
import type { EntityId } from '../../../../../vocabulary/ids.ts';
import type { Outline, WaterZone, ZoneWork } from '../../../../../vocabulary/zone.ts';
import { Mark } from '../../../../marks/mark.tsx';
import { Button } from '../../../../parts/button.tsx';
import { FaultLine, FaultPlace } from '../../../../parts/fault-line.tsx';
import { Slow } from '../../../../parts/slow.tsx';
import { useDeed, useQuestion } from '../../../../ports/questions.ts';
import { useWords } from '../../../../words/words.ts';
import { ChangeForm } from './change-form.tsx';
import { PlanForm } from './plan-form.tsx';
import { WorkForm } from './work-form.tsx';
import { ZoneForm } from './zone-form.tsx';
import { ZoneList } from './zone-list.tsx';
import { ZoneMap } from './zone-map.tsx';
import { WorkView, ZoneView } from './zone-view.tsx';
import './zones.css';

type Doing = 'look' | 'zone' | 'correct' | 'change' | 'work' | 'plan';
type Points = readonly Outline[number][];

/** 三区: the zones of a mine on its map, each with its figures and its changes, and whether work lies outside the mineable ones. */
export function ZonesTab({ mine }: { readonly mine: string }) {
  const zones = useQuestion(['area', 'zones', mine], (ports) => ports.recorder.ask('zone/list', { mine }));
  if (zones.fault) return <FaultPlace fault={zones.fault} again={zones.again} />;
  return zones.value ? <Zones mine={mine} all={zones.value} /> : <Slow />;
}

function Zones({ mine, all }: { readonly mine: string; readonly all: MineZones }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const [doing, setDoing] = useState<Doing>('look');
  const [drawing, setDrawing] = useState<Points | null>(null);
  const [drawn, setDrawn] = useState<Outline | null>(null);
  const zone = all.zones.find(({ areaId }) => areaId === chosen);
  const work = all.works.find(({ areaId }) => areaId === chosen);
  const put = useDeed((ports, ask: { readonly areaId: EntityId | null; readonly zone: WaterZone }) =>
    ports.recorder.ask('zone/put', ask),
  );
  const putWork = useDeed((ports, ask: { readonly areaId: EntityId | null; readonly work: ZoneWork }) =>
    ports.recorder.ask('zone/put-work', ask),
  );
  const close = () => {
    if (!drawing || drawing.length < 3) return;
    const outline: Outline = drawing.map(([x, y]) => [x, y]);
    setDrawing(null);
    if (doing === 'look' && zone) void put.run({ areaId: zone.areaId, zone: { ...zone.zone, outline_dm: outline } });
    else if (doing === 'look' && work)
      void putWork.run({ areaId: work.areaId, work: { ...work.work, outline_dm: outline } });
    else {
      setDrawn(outline);
      setDoing('work');
    }
  };
  const done = (areaId: string | null) => {
    if (areaId) setChosen(areaId);
    setDrawn(null);
    setDoing('look');
  };
  if (doing === 'zone') return <ZoneForm mine={mine} zone={null} onDone={done} />;
  if (doing === 'correct' && zone) return <ZoneForm mine={mine} zone={zone} onDone={done} />;
  if (doing === 'change' && zone) return <ChangeForm zone={zone} onDone={done} />;
  if (doing === 'plan') return <PlanForm mine={mine} areaId={all.map?.areaId ?? null} onDone={() => done(null)} />;
  if (doing === 'work' && drawn) return <WorkForm mine={mine} outline={drawn} onDone={done} />;
  return (
    <div className="zones">
      <WorkLine all={all} />
      <FaultLine fault={put.fault ?? putWork.fault} />
      <div className="zones-columns">
        <ZoneList all={all} chosen={chosen} onChoose={setChosen}>
          <Button icon="plus" onPress={() => setDoing('zone')}>
            {t('zones.add')}
          </Button>
          <Button
            icon="plus"
            disabled={drawing !== null}
            onPress={() => {
              setChosen(null);
              setDrawing([]);
            }}
          >
            {t('zones.addWork')}
          </Button>
          <Button onPress={() => setDoing('plan')}>{t('zones.picture')}</Button>
        </ZoneList>
        <div className="zones-map">
          {drawing && <DrawingLine points={drawing} onPoints={setDrawing} onClose={close} />}
          <ZoneMap
            mine={all}
            chosen={chosen}
            onChoose={setChosen}
            drawing={drawing}
            onPoint={(point) => setDrawing([...(drawing ?? []), point])}
            onClose={close}
          />
        </div>
        <div className="mine-thing">
          {zone && (
            <ZoneView
              zone={zone}
              onCorrect={() => setDoing('correct')}
              onChange={() => setDoing('change')}
              onDraw={() => setDrawing([])}
            />
          )}
          {work && <WorkView work={work} zones={all.zones} onDraw={() => setDrawing([])} />}
        </div>
      </div>
    </div>
  );
}

/** Whether work lies in a deferred or forbidden zone: what the check row asks. */
function WorkLine({ all: { count } }: { readonly all: MineZones }) {
  const { t } = useWords();
  if (!count)
    return (
      <p className="cell-mark">
        <Mark kind="unknown" size={20} />
        {t('zones.workUnknown')}
      </p>
    );
  if (count.deferred + count.forbidden === 0)
    return (
      <p className="cell-mark">
        <Mark kind="pass" size={20} />
        {t('zones.workClear')}
      </p>
    );
  const said = [
    count.forbidden > 0 ? t('zones.workForbidden', { n: count.forbidden }) : null,
    count.deferred > 0 ? t('zones.workDeferred', { n: count.deferred }) : null,
  ];
  return (
    <p className="cell-mark">
      <Mark kind="fail" size={20} />
      {said.filter((words) => words !== null).join(t('common.listJoin'))}
    </p>
  );
}

interface DrawingLineProps {
  readonly points: Points;
  readonly onPoints: (points: Points | null) => void;
  readonly onClose: () => void;
}

function DrawingLine({ points, onPoints, onClose }: DrawingLineProps) {
  const { t } = useWords();
  return (
    <div className="zones-drawing">
      <p>{t('zones.drawing')}</p>
      <Button size="small" disabled={points.length === 0} onPress={() => onPoints(points.slice(0, -1))}>
        {t('zones.undoPoint')}
      </Button>
      <Button size="small" onPress={() => onPoints(null)}>
        {t('zones.dropDrawing')}
      </Button>
      <Button size="small" kind="primary" disabled={points.length < 3} onPress={onClose}>
        {t('zones.endDrawing')}
      </Button>
    </div>
  );
}
