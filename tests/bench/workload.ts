import type { Contender } from './measure.ts';

/** What a contender must reach: a figure of it over the same figure of the limit (or of another), or the figure itself. */
export interface Goal {
  readonly name: string;
  readonly figure: string;
  readonly most: number;
  /** The contender it is held against; null: nothing, the figure itself counts. The limit where it is not said. */
  readonly against?: string | null;
}

/** One kind of work, done by the product and by what a user would pick instead. */
export interface Workload {
  readonly title: string;
  /** How much of it, in the unit of the workload. */
  readonly size: number;
  readonly rounds: number;
  /** Makes what all contenders start from, once, from a fixed seed. */
  readonly prepare?: (fixtures: string, size: number) => Promise<void>;
  readonly contenders: Readonly<Record<string, Contender>>;
  /** Contenders that are installed apart: script and what it is asked for. */
  readonly peers?: Readonly<Record<string, readonly [script: string, work: string]>>;
  /** Heads of the table and the figures under them. */
  readonly columns: Readonly<Record<string, string>>;
  /** Whose figures are 1×. */
  readonly against: string;
  /** The limit without encryption. */
  readonly plain?: string;
  readonly goals: readonly Goal[];
}
