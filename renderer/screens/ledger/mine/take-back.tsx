import { useState } from 'react';
import { entityId } from '../../../../vocabulary/ids.ts';
import { Button } from '../../../parts/button.tsx';
import { FaultLine } from '../../../parts/fault-line.tsx';
import { useDeed } from '../../../ports/questions.ts';
import { useWords } from '../../../words/words.ts';

export interface TakeBackProps {
  readonly areaId: string;
  readonly entry: string;
  readonly name: string;
  /** The button says what it takes back: it stands apart from it. */
  readonly named?: boolean;
}

/** Takes an entry back after a second press: it stays in the record and no longer counts. */
export function TakeBack({ areaId, entry, name, named = false }: TakeBackProps) {
  const { t } = useWords();
  const [sure, setSure] = useState(false);
  const remove = useDeed((ports, given: string) =>
    ports.recorder.ask('area/remove', { areaId: entityId.parse(areaId), entry: given }),
  );
  const said = t(sure ? 'areas.takeBackSureOf' : 'areas.takeBackOf', { name });
  return (
    <>
      <Button
        kind="quiet"
        size="small"
        busy={remove.busy}
        label={said}
        onPress={() => (sure ? void remove.run(entry) : setSure(true))}
      >
        {named ? said : t(sure ? 'areas.takeBackSure' : 'areas.takeBack')}
      </Button>
      <FaultLine fault={remove.fault} />
    </>
  );
}
