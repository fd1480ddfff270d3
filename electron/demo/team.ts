import type { InspectionId } from '../../vocabulary/ids.ts';
import type { Ask, Reply } from '../ports/define-port.ts';
import type { InspectionSheet, SheetRow } from '../ports/inspection-models.ts';
import type { LiveReading } from '../ports/listener-port.ts';
import type { recorderPort } from '../ports/recorder-port.ts';
import { type DemoDetector, plugInItrans, plugInLaser, waitForReading } from './detectors.ts';
import { need, type Profile } from './profile.ts';
import { signaturePng } from './signature-png.ts';

/** One team of the demo: invented people, an invented mine. */
export interface DemoTeam {
  readonly folder: string;
  readonly principal: string;
  readonly person: { readonly name: string; readonly certificateNo: string; readonly team: string };
  readonly second: { readonly name: string; readonly certificateNo: string };
  readonly mine: string;
  readonly headingName: string;
  readonly unitHead: string;
  readonly words: {
    readonly fact: string;
    readonly unknownReason: string;
    readonly gapReason: string;
    readonly document: string;
  };
}

type Methods = typeof recorderPort.methods;
type AnswerAsk = Ask<Methods, 'answer/give'>;

/** What the inspection of a team contained, for the summary. */
export interface TeamResult {
  readonly inspectionId: InspectionId;
  readonly counts: InspectionSheet['summary']['counts'];
  readonly overRange: LiveReading;
  readonly exported: Reply<Methods, 'bundle/export'>;
  readonly readings: number;
}

const READING_WAIT_MS = 30_000;

/** The day of one team: detectors, inspection, answers, signatures, bundle into `folder`. `tell` reports each step. */
export async function workTheDay(
  profile: Profile,
  team: DemoTeam,
  folder: string,
  tell: (step: string) => void,
): Promise<TeamResult> {
  const detectors = [
    await plugInItrans(profile, `IT-${team.folder}`),
    await plugInLaser(profile, `MH-${team.folder}`),
  ] as const;
  try {
    const inspected = await inspect(profile, team, detectors, tell);
    const exported = need(await profile.recorder.ask('bundle/export', { folder }));
    tell('exported');
    return { ...inspected, exported };
  } finally {
    for (const detector of detectors) detector.stop();
  }
}

async function inspect(
  profile: Profile,
  team: DemoTeam,
  [itrans, laser]: readonly [DemoDetector, DemoDetector],
  tell: (step: string) => void,
): Promise<Omit<TeamResult, 'exported'>> {
  const { recorder } = profile;
  let readings = 0;
  profile.listener.on('reading', () => {
    readings += 1;
  });
  const overRangeSeen = waitForReading(profile, itrans.instrumentId, isOverRange, READING_WAIT_MS);
  const opened = await recorder.ask('inspection/open', {
    mine: team.mine,
    kind: 'special',
    hydroType: 'complex',
    planNo: `JC-${team.folder}`,
    places: [{ code: 'headingFace', name: team.headingName }],
    officers: [{ name: team.person.name, certificateNo: team.person.certificateNo }, team.second],
  });
  const { inspectionId } = need(opened);
  await enterFirstPlace(profile, inspectionId);
  const measured = await waitForReading(profile, laser.instrumentId, isMeasured, READING_WAIT_MS);
  tell('live');
  await answerSome(profile, inspectionId, team, measured);
  tell('answered');
  const overRange = await overRangeSeen;
  await keepOverRange(profile, inspectionId, overRange);
  tell('over-range');
  await signOff(profile, inspectionId, team);
  tell('signed');
  const { summary } = need(await recorder.ask('inspection/sheet', { inspectionId }));
  return { inspectionId, counts: summary.counts, overRange, readings };
}

const isOverRange = ({ reading }: LiveReading): boolean => reading.value.quality === 'over_range';
const isMeasured = ({ reading }: LiveReading): boolean => reading.value.quality === 'ok';

async function enterFirstPlace({ recorder }: Profile, inspectionId: InspectionId): Promise<void> {
  const { places } = need(await recorder.ask('inspection/sheet', { inspectionId }));
  const [first] = places;
  if (first) need(await recorder.ask('place/enter', { inspectionId, placeId: first.placeId }));
}

const rowOf = (sheet: InspectionSheet, itemId: string): SheetRow => {
  const row = sheet.rows.find((each) => each.itemId === itemId);
  if (!row) throw new Error(`the checklist has no ${itemId}`);
  return row;
};

/** A pass with its evidence, a fail by its number with a finding, and one that could not be found out. */
async function answerSome(
  profile: Profile,
  inspectionId: InspectionId,
  team: DemoTeam,
  measured: LiveReading,
): Promise<void> {
  const sheet = need(await profile.recorder.ask('inspection/sheet', { inspectionId }));
  const pass = rowOf(sheet, 'water.drainage.sump-empty');
  await addAllEvidence(profile, inspectionId, pass, measured, team.words.document);
  await give(profile, inspectionId, pass, 'pass', { totalVolume_m3: '1200', emptyVolume_m3: '720' }, '');
  const failing = rowOf(sheet, 'water.exploration.lead-goaf');
  await give(profile, inspectionId, failing, 'fail', { leadDistance_m: '27.5' }, '');
  const finding = { fact: team.words.fact, severity: 'general' } as const;
  need(
    await profile.recorder.ask('finding/raise', {
      inspectionId,
      itemId: failing.itemId,
      placeId: failing.placeId,
      ...finding,
    }),
  );
  await give(profile, inspectionId, rowOf(sheet, 'water.people.systems'), 'unknown', {}, team.words.unknownReason);
}

async function give(
  { recorder }: Profile,
  inspectionId: InspectionId,
  { itemId, placeId }: SheetRow,
  outcome: AnswerAsk['outcome'],
  facts: AnswerAsk['facts'],
  reason: string,
): Promise<void> {
  need(
    await recorder.ask('answer/give', {
      inspectionId,
      itemId,
      placeId,
      outcome,
      facts,
      reason,
      override: '',
      note: '',
    }),
  );
}

async function addAllEvidence(
  { recorder }: Profile,
  inspectionId: InspectionId,
  { itemId, placeId, missingEvidence }: SheetRow,
  measured: LiveReading,
  text: string,
): Promise<void> {
  for (const kind of missingEvidence) {
    const png = Buffer.from(signaturePng(3)).toString('base64');
    const file = kind === 'photo' ? { name: 'photo.png', mime: 'image/png', bytes: png } : null;
    const readings = kind === 'detector' ? [measured.reading] : [];
    need(
      await recorder.ask('evidence/add', { inspectionId, itemId, placeId, kind, label: kind, text, file, readings }),
    );
  }
}

/** The over-range reading stands as evidence in its own words; it is never a number. */
async function keepOverRange(profile: Profile, inspectionId: InspectionId, overRange: LiveReading): Promise<void> {
  const sheet = need(await profile.recorder.ask('inspection/sheet', { inspectionId }));
  const { itemId, placeId } = rowOf(sheet, 'water.equipment.gas-tests');
  const kept = { label: 'over_range', text: '', file: null, readings: [overRange.reading] };
  need(await profile.recorder.ask('evidence/add', { inspectionId, itemId, placeId, kind: 'detector', ...kept }));
}

/** Every row that is still open gets its reason by name; two officers and the unit's head sign. */
async function signOff({ recorder }: Profile, inspectionId: InspectionId, team: DemoTeam): Promise<void> {
  const blocks = need(await recorder.ask('signoff/check', { inspectionId }));
  const open = new Map(blocks.map(({ itemId, placeId }) => [`${itemId}@${placeId}`, { itemId, placeId }]));
  const gaps = [...open.values()].map((row) => ({ ...row, reason: team.words.gapReason }));
  const sign = (name: string, certificateNo: string, role: 'officer' | 'unitHead', seed: number) => ({
    name,
    certificateNo,
    role,
    png: Buffer.from(signaturePng(seed)).toString('base64'),
    refused: null,
  });
  const signatures = [
    sign(team.person.name, team.person.certificateNo, 'officer', 1),
    sign(team.second.name, team.second.certificateNo, 'officer', 4),
    sign(team.unitHead, '', 'unitHead', 9),
  ];
  need(await recorder.ask('signoff/sign', { inspectionId, gaps, signatures }));
}
