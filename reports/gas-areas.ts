import type {
  AreaHandover,
  DrainageArea,
  DrainageAreaType,
  OutburstChain,
  OutburstIndex,
  OutburstStep,
} from '../vocabulary/area.ts';
import type { EpochMs } from '../vocabulary/time.ts';
import type { Severity, Verdict, VerdictStatus } from '../vocabulary/verdict.ts';

interface Recorded {
  readonly author: string;
  readonly savedAt: EpochMs;
  readonly disputed: boolean;
}

/** An area of 三区联动 as it stands; the oldest hand-over first. */
export interface ReportArea extends Recorded {
  readonly sheet: DrainageArea;
  readonly now: DrainageAreaType;
  readonly handovers: readonly (AreaHandover & Recorded)[];
}

/** A 四位一体 with its steps and indices, and what the rules say of it on the day of the report. */
export interface ReportChain extends Recorded {
  readonly chain: OutburstChain;
  readonly steps: readonly (OutburstStep & Recorded)[];
  readonly indices: readonly (OutburstIndex & Recorded)[];
  readonly verdict: Verdict;
  readonly cycles: Verdict | null;
}

/** A unit of drainage of the mine, by its own report; `result` null while none was let stand. */
export interface ReportUnit {
  readonly face: string;
  readonly name: string;
  readonly year: number;
  readonly quarter: number;
  readonly result: {
    readonly outcome: VerdictStatus;
    readonly severity: Severity | null;
    readonly author: string;
    readonly savedAt: EpochMs;
  } | null;
}

/** What is recorded of the gas of a mine beside its checklist. */
export interface ReportGas {
  readonly areas: readonly ReportArea[];
  readonly chains: readonly ReportChain[];
  readonly units: readonly ReportUnit[];
}
