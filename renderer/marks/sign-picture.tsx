import type { ReactNode } from 'react';
import './mark.css';

const drop = (x: number, y: number, size = 1) => (
  <path
    className="mark-solid"
    d={`M${x} ${y - 4.2 * size}c${1.6 * size} ${2.2 * size} ${2.6 * size} ${3.6 * size} ${2.6 * size} ${5 * size}a${2.6 * size} ${2.6 * size} 0 0 1 ${-5.2 * size} 0c0 ${-1.4 * size} ${1 * size} ${-2.8 * size} ${2.6 * size} ${-5 * size}z`}
  />
);
const floor = <path d="M4 42h40" />;
const roof = <path d="M4 6h40" />;
/** Coal or rock of the wall at the left. */
const wall = <path d="M16 4v40M16 9l-9 7M16 19l-9 7M16 29l-9 7M16 39l-7 5" />;
const wave = (y: number) => <path d={`M4 ${y}c5-5 8-5 13 0s8 5 13 0 8-5 14 0`} />;

/** What each sign of inrush looks like, on a 48 px field; its word always stands beside it. */
const drawings = {
  'coal-wet': (
    <>
      <path d="M7 38 10 22l9-8 14 2 8 10-3 14-12 4-14-2z" />
      <path d="M19 14l4 12 14 0M23 26l-6 14" />
      {drop(15, 29)}
      {drop(29, 36)}
      {drop(31, 21, 0.8)}
    </>
  ),
  'red-stain': (
    <>
      {roof}
      <path d="M10 6c2 10-3 14-1 24 1 6-1 9-1 12M19 6c-2 7 2 11 1 18s1 8 0 12M29 6c2 12-2 16 0 26 1 5-1 7-1 10M38 6c-1 8 2 12 0 20" />
      <path d="M14 6v17M24 6v10M33.5 6v14" strokeWidth="1.2" />
    </>
  ),
  sweating: (
    <>
      <path d="M6 4h36v40H6z" />
      {drop(14, 15, 0.8)}
      {drop(25, 12, 0.8)}
      {drop(35, 17, 0.8)}
      {drop(18, 27, 0.8)}
      {drop(30, 28, 0.8)}
      {drop(13, 38, 0.8)}
      {drop(25, 39, 0.8)}
      {drop(36, 37, 0.8)}
    </>
  ),
  'air-cold': (
    <>
      <path d="M12 8a4 4 0 0 1 8 0v20a8 8 0 1 1-8 0z" />
      <circle className="mark-solid" cx="16" cy="35" r="4" />
      <path d="M16 35V24M35 8v20M26.5 13l17 10M43.5 13l-17 10M32 9.500l3 2.5 3-2.500M32 26.500l3-2.5 3 2.5" />
    </>
  ),
  mist: (
    <>
      <path d="M5 44V22a19 19 0 0 1 38 0v22" />
      <path d="M11 24c4-3 6-3 10 0s6 3 10 0 5-2 7-1M11 32c4-3 6-3 10 0s6 3 10 0 5-2 7-1M11 40c4-3 6-3 10 0s6 3 10 0 5-2 7-1" />
    </>
  ),
  'water-sound': (
    <>
      <path d="M12 19a9.5 9.5 0 0 1 19 0c0 8-7 8-7 14a5 5 0 0 1-10 .5M17 20a4.5 4.5 0 0 1 9 0c0 3-3 3.5-4 6" />
      <path d="M36 12a13 13 0 0 1 0 15M41 8a20 20 0 0 1 0 23" />
      {drop(35, 40, 1.1)}
    </>
  ),
  'roof-pressure': (
    <>
      <path d="M4 17c8 0 12 8 20 8s12-8 20-8" strokeWidth="3.5" />
      <path d="M14 3v9m-4-4 4 4 4-4M24 5v11m-4-4 4 4 4-4M34 3v9m-4-4 4 4 4-4M9 20v22M39 20v22" />
      {floor}
    </>
  ),
  'rib-spalling': (
    <>
      {wall}
      <path d="M16 12l8 3-3 7-5 1M16 30l6 1" />
      <path d="M29 23l7-2 4 5-5 5-6-3zM24 37l5-3 5 4-3 5h-7zM38 36l5 1 1 6h-7z" />
      <path d="M24 20c3 0 5 1 6 2" strokeWidth="1.4" />
    </>
  ),
  'dripping-increase': (
    <>
      {roof}
      <path d="M10 6v5M20 6v4M29 6v6M38 6v4" />
      {drop(10, 18)}
      {drop(20, 17)}
      {drop(29, 20)}
      {drop(38, 17)}
      {drop(14, 29, 1.3)}
      {drop(25, 31, 1.3)}
      {drop(35, 29, 1.3)}
      <path d="M5 43c6-3 9-3 14 0s9 3 14 0 6-2 10-1" />
    </>
  ),
  'floor-heave': (
    <>
      <path d="M4 39h8c5 0 6-14 12-14s7 14 12 14h8" strokeWidth="3.5" />
      <path d="M24 44V32m-5 4 5-5 5 5M9 6v28M39 6v28" />
      {roof}
    </>
  ),
  'crack-seepage': (
    <>
      <path d="M27 3 21 12l6 6-8 9 5 6-6 12" strokeWidth="3" />
      <path d="M6 4v40M42 4v40" strokeWidth="1.4" />
      {drop(30, 27, 1.1)}
      {drop(28, 40, 1.1)}
      {drop(34, 16, 0.8)}
    </>
  ),
  'hole-spray': (
    <>
      <path d="M4 8h14v13H4M4 27h14v13H4" />
      <path d="M4 21h16M4 27h16" strokeWidth="3" />
      <path d="M22 24h20M22 22c8-1 13-5 18-10M22 26c8 1 13 5 18 10M22 20c5-3 8-7 10-13M22 28c5 3 8 7 10 13" />
    </>
  ),
  'wall-burst': (
    <>
      <path d="M14 4v12l-4 3 4 4-4 4 4 4v13M4 8h10M4 40h10" strokeWidth="3" />
      <path d="M16 20c9-6 17-3 27 5M15 25c9-1 18 3 28 11M16 30c7 1 14 7 20 13M22 44h21" />
      {drop(38, 15, 0.9)}
      {drop(30, 12, 0.7)}
    </>
  ),
  'turbid-water': (
    <>
      {wave(12)}
      {wave(44 - 2)}
      <path
        d="M10 21h.1M19 25h.1M28 20h.1M37 24h.1M14 32h.1M24 33h.1M33 31h.1M41 33h.1M8 28h.1M30 27h.1"
        strokeWidth="4.5"
      />
    </>
  ),
  odour: (
    <>
      {wave(41)}
      <path d="M14 32c-5-5 4-8-1-13s3-7 0-12M25 32c-5-5 4-8-1-13s3-7 0-12M36 32c-5-5 4-8-1-13s3-7 0-12" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;

const isDrawn = (code: string): code is keyof typeof drawings => Object.hasOwn(drawings, code);

export const SignPicture = ({ code, size = 48 }: { readonly code: string; readonly size?: number }) => (
  <svg aria-hidden className="mark sign-picture" viewBox="0 0 48 48" width={size} height={size}>
    {isDrawn(code) ? drawings[code] : null}
  </svg>
);
