import { useState } from 'react';
import type { MineRiskRow } from '../../../../../electron/ports/prevention-models.ts';
import type { riskColour } from '../../../../../vocabulary/dual-prevention.ts';
import { isoDate } from '../../../../../vocabulary/time.ts';
import { Mark } from '../../../../marks/mark.tsx';
import { Button } from '../../../../parts/button.tsx';
import { Card } from '../../../../parts/card.tsx';
import { FaultPlace } from '../../../../parts/fault-line.tsx';
import { Slow } from '../../../../parts/slow.tsx';
import { useReach } from '../../../../ports/ports-context.tsx';
import { isoDay } from '../../../../words/format.ts';
import { useWords } from '../../../../words/words.ts';
import { RiskForm } from './risk-form.tsx';
import { RiskMapCard } from './risk-map-card.tsx';
import { TakeBackEntry } from './take-back-entry.tsx';
import { usePrevention } from './use-prevention.ts';
import './prevention.css';

/** The list of risks from red to blue, and where they lie on the mine's risk map. */
export function RisksTab({ mine }: { readonly mine: string }) {
  const { t } = useWords();
  const today = isoDate.parse(isoDay(useReach().now()));
  const { value, fault, again } = usePrevention(mine);
  const [editing, setEditing] = useState<MineRiskRow | 'new' | null>(null);
  const [placing, setPlacing] = useState<MineRiskRow['entryId'] | null>(null);
  if (fault) return <FaultPlace fault={fault} again={again} />;
  if (!value) return <Slow />;
  if (editing)
    return <RiskForm mine={mine} risk={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />;
  const { risks, map } = value;
  return (
    <div className="prevention-risks">
      <Card
        flush
        grow
        title={t('prevention.risks')}
        aside={
          <Button size="small" icon="plus" onPress={() => setEditing('new')}>
            {t('prevention.addRisk')}
          </Button>
        }
      >
        {risks.length === 0 && <p className="card-row text-small">{t('prevention.noRisks')}</p>}
        <ol className="card-rows">
          {risks.map((risk, at) => (
            <Risk
              key={risk.entryId}
              risk={risk}
              number={at + 1}
              late={risk.reviewOn !== null && risk.reviewOn < today}
              placing={placing === risk.entryId}
              onEdit={() => setEditing(risk)}
              onPlace={map ? () => setPlacing(risk.entryId) : null}
            />
          ))}
        </ol>
      </Card>
      <RiskMapCard mine={mine} map={map} risks={risks} placing={placing} onPlaced={() => setPlacing(null)} />
    </div>
  );
}

interface RiskProps {
  readonly risk: MineRiskRow;
  readonly number: number;
  readonly late: boolean;
  readonly placing: boolean;
  readonly onEdit: () => void;
  readonly onPlace: (() => void) | null;
}

const marks = { red: 'failMajor', orange: 'fail', yellow: 'alarm3', blue: 'ring' } as const satisfies Readonly<
  Record<(typeof riskColour.options)[number], string>
>;

function Risk({ risk, number, late, placing, onEdit, onPlace }: RiskProps) {
  const { t } = useWords();
  const { colour, place, control, person, reviewOn, at, entryId, disputed } = risk;
  return (
    <li className="card-row">
      <Mark kind={disputed ? 'conflict' : marks[colour]} size={22} />
      <div className="card-row-words">
        <p>
          {number}　<strong>{risk.risk}</strong>　{t(`prevention.colours.${colour}`)}　{place}
        </p>
        <p className="text-small">{[control, person].filter((one) => one !== '').join('　')}</p>
        <p className="text-faint">
          {reviewOn === null
            ? t('prevention.noReview')
            : t(late ? 'prevention.reviewLate' : 'prevention.review', { day: reviewOn })}
          {disputed && `　${t('areas.disputed')}`}
        </p>
      </div>
      {onPlace && (
        <Button size="small" pressed={placing} onPress={onPlace}>
          {t(at === null ? 'prevention.place' : 'prevention.placeAgain')}
        </Button>
      )}
      <Button size="small" onPress={onEdit}>
        {t('common.change')}
      </Button>
      <TakeBackEntry entryId={entryId} kind="risk" />
    </li>
  );
}
