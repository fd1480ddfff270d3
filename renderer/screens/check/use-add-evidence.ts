import { useState } from 'react';
import type { SheetRow } from '../../../electron/ports/inspection-models.ts';
import type { EvidenceKind } from '../../../rules/checklist/item.ts';
import type { Fault } from '../../../vocabulary/fault.ts';
import type { EntityId, InspectionId } from '../../../vocabulary/ids.ts';
import type { Reading } from '../../../vocabulary/reading.ts';
import { givenFile, MOST_BYTES } from '../../ports/files.ts';
import { useReach } from '../../ports/ports-context.tsx';
import { useDeed } from '../../ports/questions.ts';
import { byteSize } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { labelOf, readingsNow } from '../live/keep-set.ts';

interface Piece {
  readonly kind: EvidenceKind;
  readonly label: string;
  readonly text: string;
  readonly file: { readonly name: string; readonly mime: string; readonly bytes: string } | null;
  readonly readings: readonly Reading[];
}

export interface AddEvidence {
  /** True once the record has all of them. */
  readonly files: (kind: EvidenceKind, files: readonly File[], label: string) => Promise<boolean>;
  readonly note: (kind: EvidenceKind, label: string, text: string, file: File | null) => Promise<boolean>;
  readonly readings: () => void;
  /** Keeps just these. */
  readonly keep: (readings: readonly Reading[]) => void;
  readonly remove: (evidenceId: EntityId) => void;
  readonly busy: boolean;
  readonly fault: Fault | null;
  readonly words: string | null;
  /** Gives the piece that could not be saved once more; null where everything is saved. */
  readonly again: (() => void) | null;
}

const LABEL_LETTERS = 60;

/** Puts evidence to one row, each piece saved as it is given. */
export function useAddEvidence(inspectionId: InspectionId, row: SheetRow): AddEvidence {
  const { t } = useWords();
  const { live, now: clock } = useReach();
  const [words, setWords] = useState<string | null>(null);
  const [unsaved, setUnsaved] = useState<Piece | null>(null);
  const put = useDeed((ports, piece: Piece) =>
    ports.recorder.ask('evidence/add', {
      inspectionId,
      itemId: row.itemId,
      placeId: row.placeId,
      ...piece,
      label: piece.label.slice(0, LABEL_LETTERS),
      readings: [...piece.readings],
    }),
  );
  const extremes = useDeed((ports, placeId: SheetRow['placeId']) =>
    ports.recorder.ask('log/extremes', { inspectionId, placeId }),
  );
  const remove = useDeed((ports, evidenceId: EntityId) =>
    ports.recorder.ask('evidence/remove', { inspectionId, evidenceId }),
  );
  const read = async (file: File): Promise<Piece['file']> => {
    if (file.size > MOST_BYTES) {
      setWords(t('check.evidence.tooBig', { size: byteSize(file.size), most: byteSize(MOST_BYTES) }));
      return null;
    }
    return givenFile(file);
  };
  const note: AddEvidence['note'] = async (kind, label, text, file) => {
    setWords(null);
    const sent = file ? await read(file) : null;
    if (file && !sent) return false;
    const piece: Piece = { kind, label, text, file: sent, readings: [] };
    const done = await put.run(piece);
    setUnsaved(done.ok ? null : piece);
    return done.ok;
  };
  const keepReadings = (readings: readonly Reading[], text: string) => {
    const label = labelOf(readings, t('common.listJoin'), (word) => t(`marks.${word}`));
    void put.run({ kind: 'detector', label, text, file: null, readings });
  };
  /** Nothing is connected: what an imported log has of this row's place, the newest file first. */
  const stored = async () => {
    const found = await extremes.run(row.placeId);
    const [newest] = found.ok ? found.value : [];
    if (!newest) return setWords(t('check.evidence.noReadings'));
    setWords(null);
    keepReadings(newest.readings, t('storedLog.done.source', { name: newest.name }));
  };
  return {
    files: async (kind, files, label) => {
      for (const file of files) if (!(await note(kind, label, '', file))) return false;
      return true;
    },
    note,
    readings: () => {
      const now = readingsNow(live.get(), clock());
      if (now.length === 0) return void stored();
      setWords(null);
      keepReadings(now, '');
    },
    keep: (readings) => keepReadings(readings, ''),
    remove: (evidenceId) => void remove.run(evidenceId),
    busy: put.busy || remove.busy,
    fault: put.fault ?? extremes.fault ?? remove.fault,
    words,
    again: unsaved && (() => void put.run(unsaved).then((done) => done.ok && setUnsaved(null))),
  };
}
