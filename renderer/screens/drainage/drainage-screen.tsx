import { useState } from 'react';
import { FaultPlace } from '../../parts/fault-line.tsx';
import { Slow } from '../../parts/slow.tsx';
import { useQuestion } from '../../ports/questions.ts';
import { useCurrentInspection } from '../../shell/current-inspection.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { ImportScreen } from './import-screen.tsx';
import { NewUnit } from './new-unit.tsx';
import { UnitList } from './unit-list.tsx';
import { UnitScreen } from './unit-screen.tsx';
import './drainage.css';
import './fields.css';

type Shown = { readonly is: 'list' | 'new' | 'import' } | { readonly is: 'unit'; readonly assessmentId: string };

const LIST: Shown = { is: 'list' };

/** The unit looked at last, so that a look at another screen loses nothing. */
let lastShown: Shown = LIST;

/** Which criterion fails, by how much, under which article: units of gas drainage, one after the other. */
export function DrainageScreen() {
  const state = useQuestion(['assessment', 'state'], (ports) => ports.recorder.ask('assessment/state', {}));
  const { summary } = useCurrentInspection();
  const { place } = useNavigation();
  const asked = place.screen === 'drainage' ? place.focus : null;
  const [shown, setShown] = useState<Shown>(asked ? { is: 'unit', assessmentId: asked } : lastShown);
  const show = (next: Shown) => {
    lastShown = next.is === 'unit' ? next : LIST;
    setShown(next);
  };
  if (state.fault) return <FaultPlace fault={state.fault} again={state.again} />;
  if (!state.value) return <Slow />;
  const { rows, undo } = state.value;
  const row = shown.is === 'unit' ? rows.find((one) => one.assessmentId === shown.assessmentId) : undefined;
  const open = (assessmentId: string) => show({ is: 'unit', assessmentId });
  const back = () => show(LIST);
  if (shown.is === 'new')
    return (
      <NewUnit
        mine={summary?.mine ?? rows[0]?.mine ?? ''}
        face={rows[0]?.face ?? ''}
        inspectionId={summary?.inspectionId ?? null}
        onOpened={open}
        onBack={back}
      />
    );
  if (shown.is === 'import')
    return <ImportScreen mine={summary?.mine ?? null} inspectionId={summary?.inspectionId ?? null} onBack={back} />;
  if (row) return <UnitScreen key={row.assessmentId} row={row} all={rows} undo={undo} onBack={back} onUnit={open} />;
  return (
    <UnitList
      all={rows}
      undo={undo}
      onOpen={open}
      onNew={() => show({ is: 'new' })}
      onImport={() => show({ is: 'import' })}
    />
  );
}
