import type { InspectionSheet, SignatureDraft, SignBlock } from '../../../electron/ports/inspection-models.ts';
import type { Signed } from '../../parts/signature-pad.tsx';
import { rowKey } from './sections.ts';

/** One who signs. `row` never changes, so that a name typed moves nothing else. */
export interface Signer {
  readonly row: number;
  readonly role: 'officer' | 'unitHead';
  readonly name: string;
  readonly certificateNo: string;
  readonly signed: Signed | null;
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

/** Rows that still have no reason written. */
export const unreasoned = (blocks: readonly SignBlock[], reasons: Readonly<Record<string, string>>): SignBlock[] =>
  blocks.filter((block) => (reasons[rowKey(block)] ?? '').trim() === '');

/** Who has neither signed nor refused. */
export const unsigned = (signers: readonly Signer[]): Signer[] => signers.filter((signer) => signer.signed === null);

export function signatureOf(signer: Signer): SignatureDraft {
  const { name, certificateNo, role, signed } = signer;
  return {
    name: name.trim(),
    certificateNo: certificateNo.trim(),
    role,
    png: signed?.kind === 'signed' ? signed.png : null,
    refused: signed?.kind === 'refused' ? { reason: signed.reason, witness: signed.witness } : null,
  };
}
