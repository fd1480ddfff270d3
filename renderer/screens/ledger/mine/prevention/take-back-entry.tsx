import { useState } from 'react';
import type { EntityId } from '../../../../../vocabulary/ids.ts';
import { Button } from '../../../../parts/button.tsx';
import { FaultLine } from '../../../../parts/fault-line.tsx';
import { useDeed } from '../../../../ports/questions.ts';
import { useWords } from '../../../../words/words.ts';

/** Takes an entry back after a second press: it stays in the record and no longer counts. */
export function TakeBackEntry({ entryId, kind }: { readonly entryId: EntityId; readonly kind: 'check' | 'risk' }) {
  const { t } = useWords();
  const [sure, setSure] = useState(false);
  const remove = useDeed((ports, id: EntityId) => ports.recorder.ask('prevention/remove', { entryId: id, kind }));
  return (
    <>
      <FaultLine fault={remove.fault} />
      <Button
        kind="quiet"
        size="small"
        busy={remove.busy}
        onPress={() => (sure ? void remove.run(entryId) : setSure(true))}
      >
        {t(sure ? 'areas.takeBackSure' : 'areas.takeBack')}
      </Button>
    </>
  );
}
