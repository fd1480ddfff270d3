import { type MouseEvent, useRef } from 'react';
import type { MineZones } from '../../../../../electron/ports/zone-models.ts';
import type { Outline, ZoneType } from '../../../../../vocabulary/zone.ts';
import { useQuestion } from '../../../../ports/questions.ts';
import { useWords } from '../../../../words/words.ts';
import { type Labelled, placeLabels } from './map-labels.ts';
import { closes, frameOf, gridOf, pixel_dm, snapped, spanOf } from './map-model.ts';

type Point = Outline[number];

export interface ZoneMapProps {
  readonly mine: MineZones;
  readonly chosen: string | null;
  readonly onChoose: (areaId: string) => void;
  /** Corners drawn so far, or null while nothing is drawn. */
  readonly drawing: readonly Point[] | null;
  readonly onPoint: (point: Point) => void;
  readonly onClose: () => void;
}

/** Zones and faces on a grid, or on the mine's plan; while one is drawn a tap sets a corner. */
export function ZoneMap({ mine, chosen, onChoose, drawing, onPoint, onClose }: ZoneMapProps) {
  const { t } = useWords();
  const svg = useRef<SVGSVGElement>(null);
  const frame = frameOf(mine);
  const grid = gridOf(frame);
  const plan = mine.map?.map.picture ?? null;
  const read = useQuestion(
    ['area', 'plan', plan?.blob ?? ''],
    plan && ((ports) => ports.recorder.ask('blob/read', { blob: plan.blob })),
  );
  const tap = (event: MouseEvent<SVGSVGElement>) => {
    const area =
      event.target instanceof Element ? event.target.closest('[data-area]')?.getAttribute('data-area') : null;
    if (!drawing && area) return onChoose(area);
    const matrix = svg.current?.getScreenCTM();
    if (!drawing || !matrix) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    if (closes(drawing, [x, y], frame)) onClose();
    else onPoint(snapped([x, y], grid, mine.map !== null));
  };
  const path = (outline: readonly Point[]) => outline.map(([x, y]) => `${x},${y}`).join(' ');
  const size = spanOf(frame) / 40;
  const names = new Map(namesOn(mine, (type) => t(`zones.types.${type}`)).map((one) => [one.key, one]));
  const places = placeLabels([...names.values()], size);
  const nameAt = (areaId: string) => {
    const [name, place] = [names.get(areaId), places.get(areaId)];
    return (
      name &&
      place && (
        <text x={place.x} y={place.y} fontSize={size} textAnchor="middle">
          {name.text}
        </text>
      )
    );
  };
  return (
    <figure className="zone-map">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: an outline is drawn by taps; every zone can be chosen in the list */}
      <svg
        ref={svg}
        viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
        role="img"
        aria-label={t('zones.map')}
        data-drawing={drawing ? '' : undefined}
        onClick={tap}
      >
        <defs>
          <pattern id="zone-grid" width={grid * 10} height={grid * 10} patternUnits="userSpaceOnUse">
            <path d={`M ${grid * 10} 0 H 0 V ${grid * 10}`} className="zone-grid" />
          </pattern>
          <pattern
            id="zone-forbidden"
            width={size}
            height={size}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d={`M 0 0 V ${size}`} className="zone-hatch" strokeWidth={size / 3} />
          </pattern>
        </defs>
        <rect x={frame.x} y={frame.y} width={frame.width} height={frame.height} fill="url(#zone-grid)" />
        {mine.map && plan && read.value && (
          <image
            href={`data:${plan.mime};base64,${read.value.bytes}`}
            width={mine.map.map.width_px * pixel_dm(mine.map.map)}
            height={mine.map.map.height_px * pixel_dm(mine.map.map)}
          />
        )}
        {mine.zones.map(
          ({ areaId, zone, now }) =>
            zone.outline_dm && (
              <g
                key={areaId}
                data-area={areaId}
                className="zone"
                data-type={now}
                data-chosen={areaId === chosen ? '' : undefined}
              >
                <polygon points={path(zone.outline_dm)} />
                {now === 'forbidden' && <polygon className="zone-over" points={path(zone.outline_dm)} />}
                {nameAt(areaId)}
              </g>
            ),
        )}
        {mine.works.map(({ areaId, work }) => (
          <g key={areaId} data-area={areaId} className="zone-work" data-chosen={areaId === chosen ? '' : undefined}>
            <polygon points={path(work.outline_dm)} />
            {nameAt(areaId)}
          </g>
        ))}
        {drawing && <polyline className="zone-drawing" points={path(drawing)} />}
        {drawing?.map(([x, y]) => (
          <circle key={`${x} ${y}`} className="zone-corner" cx={x} cy={y} r={size / 3} />
        ))}
      </svg>
      <figcaption className="text-faint">{t('zones.grid', { size: grid })}</figcaption>
    </figure>
  );
}

/** Zones with what they are now, then faces: their names in the order they are drawn. */
const namesOn = ({ zones, works }: MineZones, typeWords: (type: ZoneType) => string): Labelled[] => [
  ...zones.flatMap(({ areaId, zone, now }) =>
    zone.outline_dm ? [{ key: areaId, outline: zone.outline_dm, text: `${zone.name} ${typeWords(now)}` }] : [],
  ),
  ...works.map(({ areaId, work }) => ({ key: areaId, outline: work.outline_dm, text: work.name })),
];
