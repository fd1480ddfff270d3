import type { InspectionSheet } from '../../../electron/ports/inspection-models.ts';
import type { Part, TeamOfficer } from '../../../electron/ports/team-models.ts';
import { findItem } from '../../../rules/checklist/registry.ts';
import { partKey } from '../../live/team.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useDeed } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';
import { AssignParts } from './assign-parts.tsx';

interface Handover {
  readonly to: TeamOfficer['personId'];
  readonly part: Part;
}

/** Who checks what in the inspection at hand; every change is recorded as a hand-over. */
export function TeamPage({ sheet, onClose }: { readonly sheet: InspectionSheet; readonly onClose: () => void }) {
  const { t } = useWords();
  const { inspectionId } = sheet.summary;
  const give = useDeed((ports, { to, part }: Handover) =>
    ports.recorder.ask('handover/give', { inspectionId, to, parts: [part], why: '' }),
  );
  const parts = partsOf(sheet);
  const { officers, assignments } = sheet.team;
  const words = (part: Part) => {
    if ('place' in part) return sheet.places.find(({ placeId }) => placeId === part.place)?.name ?? '';
    const group = sheet.rows.map(({ itemId }) => findItem(itemId)?.group).find((one) => one === part.group);
    return t(`check.groups.${group ?? 'other'}`);
  };
  const assign = (key: string, officer: string | null) => {
    const part = parts.find((one) => partKey(one) === key);
    const to = officers.find(({ personId }) => personId === officer)?.personId;
    if (part && to) void give.run({ to, part });
  };
  return (
    <div className="page">
      <div className="page-head">
        <Button icon="back" onPress={onClose}>
          {t('plan.teamBack')}
        </Button>
        <div className="page-title">
          <h1>{t('plan.teamTitle')}</h1>
        </div>
      </div>
      <FaultLine fault={give.fault} />
      <Card>
        <p className="text-faint">{t('plan.teamHint')}</p>
        <AssignParts
          mayFree={false}
          parts={parts.map((part) => ({ key: partKey(part), words: words(part) }))}
          officers={officers.map(({ personId, name }) => ({ key: personId, name }))}
          assigned={Object.fromEntries(assignments.map(({ officer, part }) => [partKey(part), officer]))}
          onAssign={assign}
        />
      </Card>
    </div>
  );
}

/** Places at which something is owed, in walking order, then the groups of the whole mine. */
function partsOf({ rows, places }: InspectionSheet): Part[] {
  const owedAt = new Set(rows.map(({ placeId }) => placeId));
  const groups = new Set(
    rows.filter(({ placeId }) => placeId === null).flatMap(({ itemId }) => findItem(itemId)?.group ?? []),
  );
  return [
    ...places.filter(({ placeId }) => owedAt.has(placeId)).map(({ placeId }) => ({ place: placeId })),
    ...[...groups].map((group) => ({ group })),
  ];
}
