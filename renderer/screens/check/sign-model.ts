import type { InspectionSheet, SignatureDraft, SignBlock } from '../../../electron/ports/inspection-models.ts';
import { isSamePerson, type TeamOfficer } from '../../../electron/ports/team-models.ts';
import type { Signed } from '../../parts/signature-pad.tsx';
import { rowKey } from './sections.ts';

type Officer = Pick<TeamOfficer, 'name' | 'certificateNo'>;

/** One who signs. `row` never changes, so that a name typed moves nothing else. */
export interface Signer {
  readonly row: number;
  readonly role: 'officer' | 'unitHead';
  readonly name: string;
  readonly certificateNo: string;
  /** `elsewhere`: an officer with a tablet of their own signs there, for what they hold. */
  readonly signed: Signed | { readonly kind: 'elsewhere' } | null;
}

/** The officers of the inspection and the head of the inspected unit. */
export const signersOf = (sheet: InspectionSheet): Signer[] => [
  ...sheet.summary.officers.map((officer, row) => ({ row, role: 'officer' as const, ...officer, signed: null })),
  { row: -1, role: 'unitHead', name: '', certificateNo: '', signed: null },
];

/** How many rows are stopped by what. */
export function countBlocks(blocks: readonly SignBlock[]): [SignBlock['why'], number][] {
  const counts = new Map<SignBlock['why'], number>();
  for (const block of blocks) counts.set(block.why, (counts.get(block.why) ?? 0) + 1);
  return [...counts];
}

/** Open rows of one group at one place: what one written reason may stand for, once each row of it was looked at. */
export interface BlockSection {
  readonly key: string;
  readonly group: string;
  readonly placeId: SignBlock['placeId'];
  readonly blocks: readonly SignBlock[];
}

/** The open rows by group and place, in the order of the sheet. */
export function blockSections(blocks: readonly SignBlock[], groupOf: (itemId: string) => string): BlockSection[] {
  const sections = Map.groupBy(blocks, ({ itemId, placeId }) => `${groupOf(itemId)}@${placeId ?? ''}`);
  return [...sections].flatMap(([key, rows]): BlockSection[] => {
    const [first] = rows;
    return first ? [{ key, group: groupOf(first.itemId), placeId: first.placeId, blocks: rows }] : [];
  });
}

/** Rows that still have no reason written. */
export const unreasoned = (blocks: readonly SignBlock[], reasons: Readonly<Record<string, string>>): SignBlock[] =>
  blocks.filter((block) => (reasons[rowKey(block)] ?? '').trim() === '');

/** Whether an officer may leave the signing to the own tablet: any other than the one who signs here. */
export const maySignElsewhere = ({ role, name, certificateNo }: Signer, me: Officer | undefined): boolean =>
  me !== undefined && role === 'officer' && name !== '' && !isSamePerson({ name, certificateNo }, me);

/** Who has neither signed nor refused. */
export const unsigned = (signers: readonly Signer[]): Signer[] => signers.filter((signer) => signer.signed === null);

/** What is kept of those who signed or refused here. */
export const signaturesOf = (signers: readonly Signer[]): SignatureDraft[] =>
  signers.filter(({ signed }) => signed?.kind !== 'elsewhere').map(signatureOf);

function signatureOf(signer: Signer): SignatureDraft {
  const { name, certificateNo, role, signed } = signer;
  return {
    name: name.trim(),
    certificateNo: certificateNo.trim(),
    role,
    png: signed?.kind === 'signed' ? signed.png : null,
    refused: signed?.kind === 'refused' ? { reason: signed.reason, witness: signed.witness } : null,
  };
}
