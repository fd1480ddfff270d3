import type { ReactNode } from 'react';
import type { Fault } from '../../vocabulary/fault.ts';
import { FaultPlace } from './fault-line.tsx';
import { Slow } from './slow.tsx';

export interface PageProps {
  readonly title: string;
  /** The way back, before the title. */
  readonly back?: ReactNode;
  readonly aside?: ReactNode;
  readonly fault: Fault | null;
  readonly again: () => void;
  /** The content is known; until then nothing but the title is shown. */
  readonly ready: boolean;
  readonly children: ReactNode;
}

/** A screen with its title, whatever became of its content. */
export const Page = ({ title, back, aside, fault, again, ready, children }: PageProps) => (
  <div className="page">
    <div className="page-head">
      {back}
      <h1>{title}</h1>
      {aside}
    </div>
    {fault && <FaultPlace fault={fault} again={again} />}
    {!fault && !ready && <Slow />}
    {!fault && ready && children}
  </div>
);
