import type { InspectionSheet, SheetRow } from '../../../electron/ports/inspection-models.ts';
import type { FactInput } from '../../../rules/facts/describe-fact.ts';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useNavigation } from '../../shell/navigation.tsx';
import { blankRequest } from '../../shell/withdrawal-request.ts';
import { useWords } from '../../words/words.ts';
import { firstDraft, orderOf } from '../withdrawal/draft-model.ts';
import { SignBoard } from '../withdrawal/sign-board.tsx';
import { useIssue } from '../withdrawal/use-issue.ts';
import type { Answering } from './use-answering.ts';

/** The field of a row that asks for signs of inrush: it is looked for with pictures, not with a list. */
export const signsField = (fields: readonly FactInput[]): FactInput | null =>
  fields.find(({ key }) => key === 'signsSeen') ?? null;

export interface SignsSeenProps {
  readonly sheet: InspectionSheet;
  readonly row: SheetRow;
  readonly answering: Answering;
  readonly field: FactInput;
  readonly disabled: boolean;
}

/** Which signs are to be seen here; the second touch orders people out of this place. */
export function SignsSeen({ sheet, row, answering, field, disabled }: SignsSeenProps) {
  const { t } = useWords();
  const value = answering.typed[field.key];
  const seen = Array.isArray(value) ? value.map(String) : null;
  const toggle = (code: string) => {
    const before = seen ?? [];
    const without = before.filter((one) => one !== code);
    if (!disabled) answering.type(field.key, without.length < before.length ? without : [...before, code]);
  };
  return (
    <div className="signs-seen">
      <SignBoard low seen={seen} onToggle={toggle} />
      {seen !== null && seen.length > 0 ? (
        <OrderOut sheet={sheet} row={row} seen={seen} />
      ) : (
        <Button pressed={seen !== null} disabled={disabled} onPress={() => answering.type(field.key, [])}>
          {t('withdrawal.signsNone')}
        </Button>
      )}
    </div>
  );
}

interface OrderOutProps {
  readonly sheet: InspectionSheet;
  readonly row: SheetRow;
  readonly seen: readonly string[];
}

/** With a place the press issues the order; without one the place has to be chosen first. */
function OrderOut({ sheet, row, seen }: OrderOutProps) {
  const { t } = useWords();
  const { withdraw } = useNavigation();
  const issue = useIssue();
  const found = sheet.places.find(({ placeId }) => placeId === (row.placeId ?? sheet.currentPlace));
  const place = found ? { placeId: found.placeId, name: found.name } : null;
  const request = { ...blankRequest, kind: 'sign' as const, signs: seen, item: row.itemId, place };
  const { inspectionId, mine } = sheet.summary;
  const order = () =>
    place
      ? issue.run(orderOf(firstDraft(request, null), request, { inspectionId, mine, here: null }, null))
      : withdraw(request);
  return (
    <div className="signs-order">
      <p>
        <strong>{t('withdrawal.signsSeen', { n: seen.length })}</strong> {t('withdrawal.signsDo')}
      </p>
      <Button size="big" busy={issue.busy} onPress={order}>
        {place ? t('withdrawal.issueFor', { place: place.name }) : t('withdrawal.startOrder')}
      </Button>
      <FaultLine fault={issue.fault} />
    </div>
  );
}
