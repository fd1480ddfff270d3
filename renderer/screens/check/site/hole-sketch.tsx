import type { ReactNode } from 'react';
import type { HoleGroup } from '../../../../rules/sites/holes.ts';
import { useWords } from '../../../words/words.ts';
import { barOf, labelsOf, planOf, type Sketch, sectionOf } from './sketch-model.ts';

export interface HoleSketchProps {
  readonly holes: HoleGroup;
  readonly width_m: number;
  /** How far one may drive, and how far was driven; null while unknown. */
  readonly permitted_m: number | null;
  readonly advance_m: number | null;
  readonly section: boolean;
}

/** The holes to scale: from above, and from the side where the seam is thick. Lines with one metre the same everywhere. */
export function HoleSketch({ holes, width_m, permitted_m, advance_m, section }: HoleSketchProps) {
  const { t } = useWords();
  const plan = planOf(holes, width_m);
  const half = width_m / 2;
  const reach = holes.projected_m === null ? null : Number(holes.projected_m);
  return (
    <div className="hole-sketches">
      <Drawing sketch={plan} title={t('site.plan')}>
        <path
          className="sketch-heading"
          d={`M ${-half} ${-plan.bottom_m} V 0 M ${half} ${-plan.bottom_m} V 0 M ${-half} 0 H ${half}`}
        />
        {permitted_m !== null && permitted_m > 0 && (
          <rect className="sketch-permitted" x={-half} y={-permitted_m} width={width_m} height={permitted_m} />
        )}
        {permitted_m !== null && reach !== null && reach > permitted_m && (
          <rect className="sketch-lead" x={-half} y={-reach} width={width_m} height={reach - permitted_m} />
        )}
        {advance_m !== null && <path className="sketch-face" d={`M ${-half} ${-advance_m} H ${half}`} />}
        <Holes sketch={plan} named />
      </Drawing>
      {section && (
        <Drawing sketch={sectionOf(holes)} title={t('site.section')}>
          <Holes sketch={sectionOf(holes)} named={false} />
        </Drawing>
      )}
      <ul className="sketch-key text-small">
        {permitted_m !== null && <li data-key="permitted">{t('site.permittedZone')}</li>}
        {permitted_m !== null && <li data-key="lead">{t('site.leadZone')}</li>}
        {advance_m !== null && <li data-key="face">{t('site.faceNow')}</li>}
        {holes.holes.some(({ isSide }) => isSide) && <li data-key="side">{t('site.sideHole')}</li>}
      </ul>
    </div>
  );
}

/** From the side the ends lie behind each other: their names stand in the plan alone. */
function Holes({ sketch, named }: { readonly sketch: Sketch; readonly named: boolean }) {
  const size = (sketch.right_m - sketch.left_m + sketch.top_m - sketch.bottom_m) / 2;
  return (
    <>
      {sketch.lines.map(({ key, x_m, y_m, side }) => (
        <g key={key}>
          <path className="sketch-hole" data-side={side ? '' : undefined} d={`M 0 0 L ${x_m} ${-y_m}`} />
          <circle className="sketch-end" cx={x_m} cy={-y_m} r={size * 0.011} />
        </g>
      ))}
      {(named ? labelsOf(sketch, size * NEAR) : []).map(({ key, text, x_m, y_m }) => (
        <text key={key} x={x_m} y={-y_m - size * 0.025} fontSize={size * 0.04} textAnchor={anchorOf(x_m, size * NEAR)}>
          {text}
        </text>
      ))}
    </>
  );
}

const anchorOf = (x_m: number, near_m: number) => (x_m > near_m ? 'start' : x_m < -near_m ? 'end' : 'middle');

/** Ends nearer than this share of the picture share a label. */
const NEAR = 0.055;

function Drawing({
  sketch,
  title,
  children,
}: {
  readonly sketch: Sketch;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const { left_m, right_m, bottom_m, top_m } = sketch;
  const [width, height] = [right_m - left_m, top_m - bottom_m];
  const bar = barOf(sketch);
  const size = (width + height) / 2;
  const foot = -bottom_m - size * 0.02;
  return (
    <figure className="hole-sketch">
      <figcaption className="text-small">{title}</figcaption>
      <svg viewBox={`${left_m} ${-top_m} ${width} ${height}`} role="img" aria-label={title}>
        {children}
        <path className="sketch-bar" d={`M ${left_m + size * 0.04} ${foot} h ${bar}`} />
        <text x={left_m + size * 0.04} y={foot - size * 0.015} fontSize={size * 0.04}>
          {`${bar} m`}
        </text>
      </svg>
    </figure>
  );
}
