import type { ReactNode } from 'react';
import { Mark } from '../marks/mark.tsx';
import type { MarkKind } from '../marks/mark-kind.ts';
import './band.css';

export interface BandProps {
  readonly mark: MarkKind;
  readonly tone: 'plain' | 'note' | 'warn' | 'danger' | 'unknown';
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** A line under the top bar that pushes the content down: what happened, what is safe, what to do. */
export const Band = ({ mark, tone, children, action }: BandProps) => (
  <div className="band" data-tone={tone} role="status">
    <Mark kind={mark} size={22} />
    <p>{children}</p>
    {action}
  </div>
);
