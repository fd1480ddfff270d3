import type { InspectionSheet, SheetRow } from '../../../electron/ports/inspection-models.ts';
import type { TriggerKind } from '../../../vocabulary/withdrawal.ts';
import { Button } from '../../parts/button.tsx';
import { useNavigation } from '../../shell/navigation.tsx';
import { useWords } from '../../words/words.ts';
import type { ItemView } from './item-view.ts';
import { signsField } from './signs-seen.tsx';

/** What a row of the checklist means where it is not met; the rest is another serious danger. */
const kinds: Readonly<Record<string, TriggerKind>> = {
  'water.withdrawal.weather': 'storm',
  'water.withdrawal.below-hole': 'belowHole',
};

export interface WithdrawLineProps {
  readonly sheet: InspectionSheet;
  readonly row: SheetRow;
  readonly view: ItemView;
}

/** From every row of 一撤, and from every row whose failing asks for it, the order is one press away. */
export function WithdrawLine({ sheet, row, view }: WithdrawLineProps) {
  const { t } = useWords();
  const { withdraw } = useNavigation();
  const { item, machine, fields } = view;
  const asks = item.actions.includes('withdraw') && (machine === 'fail' || row.status === 'fail');
  if (signsField(fields) || (item.group !== 'withdrawal' && !asks)) return null;
  const place = sheet.places.find(({ placeId }) => placeId === row.placeId);
  return (
    <div className="withdraw-line">
      <Button
        kind={asks ? 'normal' : 'quiet'}
        keyName="Shift W"
        onPress={() =>
          withdraw({
            kind: kinds[item.id] ?? 'other',
            item: row.itemId,
            ...(place ? { place: { placeId: place.placeId, name: place.name } } : {}),
          })
        }
      >
        {t('withdrawal.startOrder')}
      </Button>
    </div>
  );
}
