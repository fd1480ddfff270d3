import type { ReactNode } from 'react';
import './card.css';

export interface CardProps {
  readonly title?: ReactNode;
  readonly aside?: ReactNode;
  readonly tone?: 'plain' | 'unknown';
  readonly children: ReactNode;
  /** `flush` leaves rows touch the border. */
  readonly flush?: boolean;
  readonly grow?: boolean;
  readonly label?: string;
}

/** A calm surface with a heading. */
export function Card({ title, aside, tone = 'plain', children, flush = false, grow = false, label }: CardProps) {
  return (
    <section
      className="card"
      data-tone={tone}
      data-flush={flush ? '' : undefined}
      data-grow={grow ? '' : undefined}
      aria-label={label}
    >
      {(title !== undefined || aside !== undefined) && (
        <header className="card-head">
          {title !== undefined && <h2>{title}</h2>}
          {aside !== undefined && <span className="text-faint">{aside}</span>}
        </header>
      )}
      {children}
    </section>
  );
}
