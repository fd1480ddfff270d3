import type { AlarmFacts } from '../vocabulary/alarm.ts';
import type { CameraTime } from '../vocabulary/camera-time.ts';
import type { EvidenceGrade, GradeReason } from '../vocabulary/evidence-grade.ts';
import type { Gas } from '../vocabulary/gas.ts';
import type { BlobId, EntityId, EventId, ItemId, LogId, PlaceId, Sha256Hex } from '../vocabulary/ids.ts';
import type { Calibration, Certificate, Principle } from '../vocabulary/instrument.ts';
import type { PlaceCode } from '../vocabulary/place.ts';
import type { DecimalString, GasUnit } from '../vocabulary/quantity.ts';
import type { Reading } from '../vocabulary/reading.ts';
import type { PartKind, SiteKind } from '../vocabulary/site.ts';
import type { EpochMs, IsoDate } from '../vocabulary/time.ts';
import type { Citation, FactValue, Severity, Verdict } from '../vocabulary/verdict.ts';
import type { WaterZone, ZoneType } from '../vocabulary/zone.ts';
import type { ReportGas } from './gas-areas.ts';
import type { OrderFacts } from './withdrawal-order/order-facts.ts';

/** What a person may answer. */
type ReportOutcome = 'pass' | 'fail' | 'unknown' | 'notApplicable';

/** How a row stands: a pass without the evidence asked stands as `unknown`. */
export type ReportStatus = ReportOutcome | 'unanswered';

export type ReportEvidenceKind = 'photo' | 'document' | 'number' | 'detector' | 'signature' | 'interview';

/** Where something stands in the log, so that a reader finds its line in the bundle. */
interface LogAddress {
  readonly log: LogId;
  readonly seq: number;
  readonly event: EventId;
}

/** A fact given to a rule or written by hand, with the label and the unit of its form field. */
export interface ReportFact {
  readonly key: string;
  readonly label: string;
  readonly value: FactValue;
  readonly unit: string | null;
}

export interface ReportAnswer extends LogAddress {
  readonly outcome: ReportOutcome;
  readonly facts: readonly ReportFact[];
  /** What the rule says of the facts; null where the item has no rule. */
  readonly verdict: Verdict | null;
  /** What the mine's own stricter figures said beside it; null where none had a part. */
  readonly byCompany: Verdict | null;
  /** Why the person answered otherwise than the rule; empty where they agree. */
  readonly override: string;
  /** Asked where the outcome is unknown or notApplicable. */
  readonly reason: string;
  readonly note: string;
  readonly author: string;
  readonly savedAt: EpochMs;
}

export interface ReportEvidence {
  readonly kind: ReportEvidenceKind;
  readonly label: string;
  readonly text: string;
  /** sha256 of the bytes: the file `data/blobs/<hash>` of the bundle; null where text or readings are the evidence. */
  readonly blob: BlobId | null;
  readonly mime: string | null;
  /** Of a photo: when its camera says it was taken. */
  readonly taken: CameraTime | null;
  readonly readings: readonly Reading[];
  /** One for each reading, as it was graded when it was kept. */
  readonly grades: readonly EvidenceGrade[];
  readonly savedAt: EpochMs;
}

/** One of several answers that stand beside each other until a lead resolves. */
export interface ReportHead extends LogAddress {
  readonly outcome: ReportStatus;
  readonly author: string;
  readonly savedAt: EpochMs;
  /** The gravest, which counts meanwhile. */
  readonly shown: boolean;
}

/** One row of the checklist, at a place where it repeats per heading or probe. */
export interface ReportItem {
  readonly itemId: ItemId;
  readonly question: string;
  readonly place: string | null;
  readonly status: ReportStatus;
  readonly severity: Severity | null;
  /** Kinds of evidence that the item asks and nobody gave. */
  readonly missingEvidence: readonly ReportEvidenceKind[];
  /** All its evidence are readings that are not evidence-grade: they cannot alone prove an excess. */
  readonly restsOnNotEvidence: boolean;
  readonly answer: ReportAnswer | null;
  readonly evidence: readonly ReportEvidence[];
  /** All heads where answers differ; empty where they do not. */
  readonly conflict: readonly ReportHead[];
}

export interface ReportGroup {
  readonly title: string;
  readonly items: readonly ReportItem[];
}

interface ReportPlace {
  readonly placeId: PlaceId;
  readonly name: string;
  readonly code: PlaceCode;
  /** When the inspector first stood there; null where nobody has been yet. */
  readonly from: EpochMs | null;
}

export interface ReportFinding {
  readonly findingId: EntityId;
  readonly itemId: ItemId;
  readonly question: string;
  readonly place: string | null;
  readonly fact: string;
  readonly severity: Severity;
  readonly citations: readonly Citation[];
  /** What was ordered on site, in words; null while nothing was. */
  readonly decision: string | null;
  /** State of its treatment, in words. */
  readonly state: string;
  readonly savedAt: EpochMs;
}

/** A verdict over what was entered of a place, by the title of its row. */
export interface ReportVerdict {
  readonly title: string;
  readonly verdict: Verdict;
  /** The labels of its facts. */
  readonly facts: readonly ReportFact[];
}

/** The holes, pumps or sumps of a place, a row each. */
export interface ReportPart {
  readonly kind: PartKind;
  readonly columns: readonly { readonly label: string; readonly unit: string | null }[];
  readonly rows: readonly (readonly FactValue[])[];
}

/** What was entered once of a heading, a probing site, a pump room or a face. */
export interface ReportSite {
  readonly kind: SiteKind;
  readonly name: string;
  /** The heading a probing site belongs to. */
  readonly parent: string | null;
  readonly disputed: boolean;
  readonly facts: readonly ReportFact[];
  readonly parts: readonly ReportPart[];
  readonly verdicts: readonly ReportVerdict[];
}

/** A zone of the mine as it is now; amounts are null where the papers give none. */
export interface ReportZone {
  readonly name: string;
  readonly type: ZoneType;
  readonly water: WaterZone['waterKind'];
  readonly seam: string;
  readonly pressure_MPa: string | null;
  readonly thickness_m: string | null;
  readonly computed_MPaPerM: string | null;
  readonly given_MPaPerM: string | null;
  /** Number of the demonstration, approver, day, other evidence. */
  readonly papers: readonly string[];
  readonly validUntil: IsoDate | null;
  readonly changes: readonly {
    readonly day: IsoDate;
    readonly was: ZoneType;
    readonly becomes: ZoneType;
    readonly why: readonly string[];
  }[];
  /** Faces and headings that lie in it on the map. */
  readonly works: readonly string[];
  readonly disputed: boolean;
  /** The mildest zone its own figures allow; null where they say nothing. */
  readonly best: ZoneType | null;
  readonly citations: readonly Citation[];
}

/** A row that stays open at the signing, with the reason that a person gave. */
interface ReportGap {
  readonly itemId: ItemId;
  readonly question: string;
  readonly place: string | null;
  readonly reason: string;
  readonly by: string;
  readonly at: EpochMs;
}

/** One signing: officers sign on tablets of their own, and none takes the place of another. */
interface ReportSignoff {
  readonly by: string;
  readonly at: EpochMs;
  /** Rows left open in it. */
  readonly gaps: number;
}

/** A handwritten signature, or that it was refused and who saw that. */
export interface ReportSignature {
  readonly role: 'officer' | 'unitHead';
  readonly name: string;
  readonly certificateNo: string;
  readonly savedAt: EpochMs;
  /** The PNG in base64 and the sha256 of its bytes. */
  readonly png: { readonly base64: string; readonly hash: BlobId } | null;
  readonly refused: { readonly reason: string; readonly witness: string } | null;
}

/** A paper of the register with what the rules say of it on the day of the inspection. */
interface ReportPaper<T> {
  readonly of: T;
  readonly verdict: Verdict;
}

/** What the instrument's papers say for one gas, and what the marks stored with its readings say. */
export interface ReportChannel {
  readonly channel: string;
  readonly gas: Gas;
  readonly certificate: ReportPaper<Certificate> | null;
  readonly calibration: ReportPaper<Calibration> | null;
  readonly error: ReportPaper<Calibration> | null;
  /** Readings with a mark, those that are no evidence, and why. */
  readonly marks: {
    readonly count: number;
    readonly notEvidence: number;
    readonly reasons: readonly GradeReason[];
  };
}

/** An instrument that was used, by name and number. */
export interface ReportInstrument {
  readonly name: string;
  readonly principle: Principle | null;
  readonly channels: readonly ReportChannel[];
}

/** A file of readings an instrument had stored, as it was imported. */
export interface ReportSource {
  readonly name: string;
  /** sha256 of the file: it stands in the bundle under this name. */
  readonly file: BlobId;
  /** What the instrument's clock showed minus ours; null where nobody measured it. */
  readonly offsetMs: number | null;
}

/** What one channel measured at one place. Only real measurements have a least and a greatest. */
export interface ReportReadings {
  readonly instrument: string;
  /** Null for what was heard over the line. */
  readonly source: ReportSource | null;
  readonly channel: string;
  readonly gas: Gas;
  /** Null for readings taken while no place was chosen. */
  readonly place: string | null;
  readonly unit: GasUnit | null;
  readonly count: number;
  readonly min: DecimalString | null;
  readonly max: DecimalString | null;
  /** Graver than any number: the instrument ran out of its range. */
  readonly overRange: number;
  /** Everything else that is no measurement: warm-up, fault, stale… */
  readonly notMeasured: number;
  /** Why some of its readings are no evidence; empty where all are. */
  readonly notEvidence: readonly GradeReason[];
  readonly gaps: readonly { readonly from: EpochMs; readonly to: EpochMs; readonly cause: string }[];
}

/** An alarm of a detector: what was reached, who acknowledged it, how it ended. */
export interface ReportAlarm {
  readonly instrument: string;
  readonly place: string | null;
  readonly facts: AlarmFacts;
}

/** What the bundle of this report holds, and by whom it is carried. */
export interface ReportRecord {
  /** `<team>-<device>@jingxun`, as the carrier's certificate says. */
  readonly principal: string;
  readonly ranges: readonly { readonly log: LogId; readonly fromSeq: number; readonly toSeq: number }[];
  readonly logHash: Sha256Hex;
  readonly stateHash: Sha256Hex;
}

/** One inspection as its document needs it: facts and words, nothing computed from the moment of writing. */
export interface InspectionReport {
  readonly mine: string;
  readonly kind: 'planned' | 'special' | 'random' | 'unannounced';
  readonly hydroType: 'simple' | 'medium' | 'complex' | 'extreme';
  readonly date: IsoDate;
  readonly planNo: string;
  /** The days in which the plan owes it; null where it was opened without one. */
  readonly period: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly openedAt: EpochMs;
  readonly signedAt: EpochMs | null;
  readonly officers: readonly { readonly name: string; readonly certificateNo: string }[];
  /** Persons of the unit who went along. */
  readonly accompanying: readonly string[];
  readonly places: readonly ReportPlace[];
  readonly groups: readonly ReportGroup[];
  readonly sites: readonly ReportSite[];
  readonly zones: readonly ReportZone[];
  /** Areas, chains and drainage units of the mine. */
  readonly gas: ReportGas;
  readonly findings: readonly ReportFinding[];
  /** Articles that its decisions rest on and nobody has read yet: while there is one, the paper is a draft. */
  readonly draft: readonly Citation[];
  readonly gaps: readonly ReportGap[];
  readonly withdrawals: readonly OrderFacts[];
  readonly signoffs: readonly ReportSignoff[];
  readonly signatures: readonly ReportSignature[];
  readonly readings: readonly ReportReadings[];
  /** In the order they were raised. */
  readonly alarms: readonly ReportAlarm[];
  readonly instruments: readonly ReportInstrument[];
}

/** A plan whose inspection was not begun, or that was taken back. */
export interface ReportPlan {
  readonly mine: string;
  readonly no: string;
  readonly period: { readonly from: IsoDate; readonly to: IsoDate };
  readonly owed: number;
  readonly officers: readonly string[];
  readonly cancelled: { readonly reason: string; readonly by: string; readonly at: EpochMs } | null;
}

/** All that `report.html` says: the inspections of a bundle, in the order they are printed, and the bundle's own figures. */
export interface BundleReport {
  readonly inspections: readonly InspectionReport[];
  readonly plans: readonly ReportPlan[];
  readonly record: ReportRecord;
}
