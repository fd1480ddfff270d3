import type { ReactNode } from 'react';
import './empty-state.css';

/** Stands where the content would: one sentence and the one thing to do. */
export const EmptyState = ({ words, children }: { readonly words: string; readonly children?: ReactNode }) => (
  <div className="empty-state">
    <p>{words}</p>
    {children !== undefined && <div className="empty-state-buttons">{children}</div>}
  </div>
);
