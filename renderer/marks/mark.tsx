import type { ReactNode } from 'react';
import { type MarkKind, markTones } from './mark-kind.ts';
import './mark.css';

const brokenRing = <circle cx="12" cy="12" r="9" strokeDasharray="3.1 2.55" />;
const ring = <circle cx="12" cy="12" r="9" />;
const tick = <path d="m8 12.2 2.8 2.8 5.4-5.8" />;
const question = <path d="M9.6 9.8a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.7M12 16.4v.2" />;
const cross = <path className="mark-on" d="m9 9 6 6m0-6-6 6" />;
const octagon = <path className="mark-fill" d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z" />;
const bang = (from: string) => <path d={`M12 ${from}v4.8m0 3.1v.2`} />;
const brackets = <path d="M7 4H4v16h3M17 4h3v16h-3" />;
const dashedTag = <rect x="2.5" y="4.5" width="19" height="15" rx="3" strokeDasharray="2.6 2" strokeWidth="1.5" />;

/** One drawing per state on a 24 px field. `mark-fill` takes the fill tone, `mark-on` the ink that reads on it. */
const drawings: Readonly<Record<MarkKind, ReactNode>> = {
  pass: (
    <>
      {ring}
      {tick}
    </>
  ),
  fail: (
    <>
      <rect className="mark-fill" x="3" y="3" width="18" height="18" rx="3" />
      {cross}
    </>
  ),
  failMajor: (
    <>
      <rect x="1.6" y="1.6" width="20.8" height="20.8" rx="4" />
      <rect className="mark-fill" x="5.2" y="5.2" width="13.6" height="13.6" rx="1.5" />
      <path className="mark-on" d="m9.4 9.4 5.2 5.2m0-5.2-5.2 5.2" />
    </>
  ),
  unknown: (
    <>
      {brokenRing}
      {question}
    </>
  ),
  notApplicable: (
    <>
      {ring}
      <path d="M8 12h8" />
    </>
  ),
  unanswered: ring,
  current: (
    <>
      {ring}
      <circle className="mark-solid" cx="12" cy="12" r="4.6" />
    </>
  ),
  alarm1: (
    <>
      {octagon}
      <g className="mark-on" strokeWidth="2.4">
        {bang('7')}
      </g>
    </>
  ),
  alarm2: (
    <>
      <path className="mark-fill" d="M12 2.8 22 20.6H2z" />
      <g className="mark-on">{bang('9.2')}</g>
    </>
  ),
  alarm3: (
    <>
      <path d="M12 2 22 12 12 22 2 12z" />
      {bang('7.4')}
    </>
  ),
  overRange: (
    <>
      {octagon}
      <path className="mark-on" d="M8.2 7.2h7.6M12 17v-7m-3.2 3L12 9.8l3.2 3.2" />
    </>
  ),
  stale: (
    <>
      {brokenRing}
      <path d="M12 7v5.2l3.4 2" />
    </>
  ),
  warmup: (
    <>
      <path d="M8.2 3.8A9 9 0 1 0 12 3" />
      <path d="M9.4 8h5.2M9.4 16h5.2M9.8 8c0 2.2 4.4 5.8 4.4 8M14.2 8c0 2.2-4.4 5.8-4.4 8" strokeWidth="1.4" />
    </>
  ),
  fault: (
    <>
      {brokenRing}
      {question}
    </>
  ),
  conflict: (
    <>
      <rect x="2.5" y="2.5" width="13" height="13" rx="2" />
      <path d="M15.5 9.5h4a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2v-4M12.8 15.6h5" />
    </>
  ),
  gap: (
    <>
      {brackets}
      <path d="M8.2 12h.1m3.6 0h.1m3.6 0h.1" strokeWidth="2.6" />
    </>
  ),
  needsCheck: (
    <>
      {dashedTag}
      <path d="M9.6 9.8a2.5 2.5 0 1 1 3.6 2.1c-.8.4-1.2.8-1.2 1.5M12 15.6v.2" strokeWidth="1.6" />
    </>
  ),
  notEvidence: (
    <>
      {dashedTag}
      <path d="m9 9 6 6" />
    </>
  ),
  saved: <path d="m5 12.6 4.4 4.4L19.4 7" strokeWidth="2.2" />,
  sealed: (
    <>
      <rect x="3" y="3" width="18" height="18" rx="3" />
      <path d="M11.2 6.8 7.4 8v8.2l3.6-.6M7.4 12h3.4M13.4 8.2h3.8v6.4l-1.6-.8M13.4 8.2v9.4" strokeWidth="1.6" />
    </>
  ),
  exported: <path d="M12 15.5V4M7.8 8 12 3.8 16.2 8M3.8 14v6.2h16.4V14" />,
  received: <path d="m2.6 13 4 4L14.4 8.4M10.4 15.6l1.8 1.6L21.4 7.4" />,
  refused: (
    <>
      {ring}
      <path d="M18.3 5.7 5.7 18.3" />
    </>
  ),
  quarantined: (
    <>
      {brokenRing}
      {question}
    </>
  ),
  ring,
};

/** The mark of a state. The word beside it says the state, so the drawing is hidden from readers by default. */
export function Mark({
  kind,
  size = 24,
  label,
  quiet = false,
}: {
  readonly kind: MarkKind;
  readonly size?: number;
  readonly label?: string;
  /** The state is only named, as in a choice or a count of none: its shape without its colour. */
  readonly quiet?: boolean;
}) {
  return (
    <svg
      role="img"
      aria-hidden={label === undefined}
      aria-label={label}
      className="mark"
      data-kind={kind}
      data-tone={quiet ? 'ink2' : markTones[kind]}
      data-quiet={quiet ? '' : undefined}
      viewBox="0 0 24 24"
      width={size}
      height={size}
    >
      {drawings[kind]}
    </svg>
  );
}
