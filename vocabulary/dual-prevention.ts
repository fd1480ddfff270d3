import { z } from 'zod';
import { scan } from './instrument.ts';
import { isoDate } from './time.ts';

/** 双重预防: teams check daily, workshops weekly, the mine monthly, its group every quarter (晋政发〔2020〕1号 (十二)). */
export const checkLevel = z.enum(['team', 'workshop', 'mine', 'group']);
export type CheckLevel = z.infer<typeof checkLevel>;

const line = z.string().max(200);
const name = z.string().trim().min(1).max(80);
const said = z.string().trim().min(1).max(500);

/** One hidden danger that a check of the mine found, as its ledger has it. */
const foundHazard = z.strictObject({
  content: said,
  place: line,
  level: z.enum(['general', 'major']),
  responsible: line,
  measure: line,
  deadline: isoDate.nullable(),
  closedOn: isoDate.nullable(),
});
export type FoundHazard = z.infer<typeof foundHazard>;

/** One check of the mine's own, as its papers show it. */
export const mineCheck = z.strictObject({
  mine: name,
  level: checkLevel,
  checkedOn: isoDate,
  /** Which team, workshop, mine or group checked. */
  unit: line,
  checkers: line,
  area: line,
  hazards: z.array(foundHazard).max(50),
  /** The paper it was read from. */
  source: line,
});
export type MineCheck = z.infer<typeof mineCheck>;

/** Red is the gravest, then orange, yellow, blue. */
export const riskColour = z.enum(['red', 'orange', 'yellow', 'blue']);

/** One line of the mine's list of risks. `at`: where it lies on the risk map, in thousandths of its width and height. */
export const mineRisk = z.strictObject({
  mine: name,
  colour: riskColour,
  risk: said,
  place: line,
  control: line,
  person: line,
  reviewOn: isoDate.nullable(),
  at: z.strictObject({ x: z.int().min(0).max(1000), y: z.int().min(0).max(1000) }).nullable(),
});
export type MineRisk = z.infer<typeof mineRisk>;

/** The mine's risk map, as a picture. */
export const riskMap = z.strictObject({ mine: name, label: line, picture: scan });
export type RiskMap = z.infer<typeof riskMap>;
