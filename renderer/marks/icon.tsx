import type { ReactNode } from 'react';
import './mark.css';

/** Pictures that stand beside a word and never alone. */
const drawings = {
  well: (
    <>
      <path d="M8 3v18M16 3v18M3 8h18M3 16h18" strokeWidth="2" />
      <circle cx="12" cy="12" r="1.6" fill="currentcolor" stroke="none" />
    </>
  ),
  today: <path d="M4 5.5h16v15H4zM4 9.5h16M8.5 3v4M15.5 3v4M8.8 14.6l2.3 2.3 4.2-4.4" />,
  live: <path d="M2.5 12H7l2.6-7.5 4.6 15L16.8 12h4.7" />,
  check: <path d="M10.5 6H21M10.5 12H21M10.5 18H21M3 6l1.6 1.6L7.6 4.6M3 12l1.6 1.6 3-3M3 18l1.6 1.6 3-3" />,
  drainage: <path d="M3 8h6v5h6v7M15 8h6M15 13V4M3 13h3M6 6v4M18 6v4M13 20h4M12.6 4h4.8" />,
  findings: <path d="M5 21V4h13l-2.6 4.5L18 13H5" />,
  ledger: <path d="M5 3.5h14v17H5zM8.5 7.5h7M8.5 11h7M5 17.2h14" />,
  exchange: <path d="M4 8h15.5M15.5 4l4 4-4 4M20 16H4.5M8.5 12l-4 4 4 4" />,
  statistics: <path d="M4 20V10.5M9.4 20V4M14.8 20v-6M20 20V8M2.5 20.5h19" />,
  settings: (
    <>
      <path d="M3 7h3m5 0h10M3 17h10m5 0h3" />
      <circle cx="8.5" cy="7" r="2.5" />
      <circle cx="15.5" cy="17" r="2.5" />
    </>
  ),
  person: <path d="M12 12a4.2 4.2 0 1 0 0-8.4 4.2 4.2 0 0 0 0 8.4M4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6" />,
  next: <path d="m9 5 7 7-7 7" />,
  back: <path d="m15 5-7 7 7 7" />,
  down: <path d="m5 9 7 7 7-7" />,
  undo: <path d="M4 9h10.5a5.5 5.5 0 0 1 0 11H9M8 5 4 9l4 4" />,
  place: (
    <>
      <path d="M12 21.5c4.6-5 7-8.4 7-11.5a7 7 0 1 0-14 0c0 3.1 2.4 6.5 7 11.5z" />
      <circle cx="12" cy="10" r="2.4" />
    </>
  ),
  instrument: <path d="M8.5 8h7v13.5h-7zM10 8V2.5h4V8M12 16v.1" />,
  camera: (
    <>
      <path d="M3 7.5h4l1.8-2.8h6.4L17 7.5h4v12.5H3z" />
      <circle cx="12" cy="13.5" r="3.6" />
    </>
  ),
  gauge: <path d="M4.5 18a9 9 0 1 1 15 0M12 14l4-5M12 14.1v.1" />,
  document: <path d="M6 2.8h8.5L19 7.3v14H6zM14 3v5h5M9 12.5h7M9 16.5h7" />,
  microphone: <path d="M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3M5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21.5" />,
  print: <path d="M7 8V3h10v5M7 17H3.5V8h17v9H17M7 14h10v7H7z" />,
  backspace: <path d="M8.5 5.5H21v13H8.5L2.5 12zM12 9.5l5 5m0-5-5 5" />,
  plus: <path d="M12 4v16M4 12h16" />,
  minus: <path d="M4 12h16" />,
  close: <path d="m5.5 5.5 13 13m0-13-13 13" />,
  keys: <path d="M2.5 6h19v12h-19zM6 10h.1m3.9 0h.1m3.9 0h.1m3.9 0h.1M7.5 14.5h9" />,
  lock: <path d="M5.5 10.5h13v10h-13zM8.5 10.5V7a3.5 3.5 0 0 1 7 0v3.5" />,
  folder: <path d="M3 5.5h6l2 2.5h10v11.5H3z" />,
  sound: <path d="M4 9.5v5h3.5l5 4v-13l-5 4zM16 9a4.2 4.2 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11" />,
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

export function Icon({ name, size = 24 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg aria-hidden className="icon" viewBox="0 0 24 24" width={size} height={size}>
      {drawings[name]}
    </svg>
  );
}
