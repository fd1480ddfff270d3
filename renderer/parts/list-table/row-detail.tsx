import type { ReactNode } from 'react';

/** One fact of a row in full; nothing is cut short here. */
export interface DetailFact {
  readonly name: string;
  readonly value: ReactNode;
}

export interface RowDetailProps {
  readonly title: ReactNode;
  readonly facts: readonly DetailFact[];
  /** What can be done with it. */
  readonly children?: ReactNode;
}

/** All of a row: its title, its facts, what can be done. */
export const RowDetail = ({ title, facts, children }: RowDetailProps) => (
  <>
    {title !== null && <h2>{title}</h2>}
    <dl className="row-detail">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>{fact.value === null || fact.value === '' ? '—' : fact.value}</dd>
        </div>
      ))}
    </dl>
    {children !== undefined && <div className="row-detail-buttons">{children}</div>}
  </>
);
