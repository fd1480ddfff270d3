import { useMemo, useState } from 'react';
import type { InspectionSheet, SheetRow } from '../../../electron/ports/inspection-models.ts';
import { findItem } from '../../../rules/checklist/registry.ts';
import { siteKindOf } from '../../../vocabulary/site.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { FaultPlace } from '../../parts/fault-line.tsx';
import { Slow } from '../../parts/slow.tsx';
import { useCurrentInspection } from '../../shell/current-inspection.ts';
import { parseRowFocus } from '../../shell/focus.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { useItemTitle } from '../../words/item-title.ts';
import { useWords } from '../../words/words.ts';
import { OpenInspection } from '../today/open-inspection.tsx';
import { type CalculatorFor, CalculatorPage } from './calculators/calculator-page.tsx';
import { calculatorRules } from './calculators/calculators.ts';
import type { TypedFacts } from './fact-entry.ts';
import { type AskedCalculator, ItemCard } from './item-card.tsx';
import { ItemList } from './item-list.tsx';
import { fieldsOf, groupOf } from './item-view.ts';
import { workedRow } from './last-row.ts';
import { firstRow, neighbour, rowKey, sectionsOf } from './sections.ts';
import { SignOff } from './sign-off.tsx';
import { SiteScreen } from './site/site-screen.tsx';
import { fillDraft } from './use-answering.ts';
import './check.css';

/** Answer one question at a time; then sign. */
export function CheckScreen() {
  const { t } = useWords();
  const { list, sheet } = useCurrentInspection();
  const [opening, setOpening] = useState(false);
  const [calculating, setCalculating] = useState(false);
  if (opening) return <OpenInspection onClose={() => setOpening(false)} />;
  if (calculating)
    return <CalculatorPage summary={null} start={calculatorRules[0]} row={null} onBack={() => setCalculating(false)} />;
  const fault = list.fault ?? sheet.fault;
  if (fault)
    return (
      <FaultPlace
        fault={fault}
        again={() => {
          list.again();
          sheet.again();
        }}
      />
    );
  if (list.value?.length === 0)
    return (
      <>
        <h1 className="visually-hidden">{t('check.title')}</h1>
        <EmptyState words={t('check.none')}>
          <Button kind="primary" size="big" onPress={() => setOpening(true)}>
            {t('check.open')}
          </Button>
          <Button size="big" onPress={() => setCalculating(true)}>
            {t('calculators.open')}
          </Button>
        </EmptyState>
      </>
    );
  if (!sheet.value) return <Slow />;
  return <Sheet key={sheet.value.summary.inspectionId} sheet={sheet.value} />;
}

const fieldsOfRow = (itemId: string) => {
  const item = findItem(itemId);
  return item ? fieldsOf(item) : [];
};

/** A calculator that is open, with the row that asked for it or on its own. */
type Calculating = Omit<AskedCalculator, 'row'> & { readonly row: SheetRow | null };

const onItsOwn: Calculating = { rule: calculatorRules[0], row: null, typed: {} };

function Sheet({ sheet }: { readonly sheet: InspectionSheet }) {
  const { place } = useNavigation();
  const sections = useMemo(() => sectionsOf(sheet, groupOf), [sheet]);
  const rows = sections.flatMap((section) => section.rows);
  const titleOf = useItemTitle();
  const [calculating, setCalculating] = useState<Calculating | null>(null);
  const [signing, setSigning] = useState(place.focus === 'sign');
  const [chosen, setChosen] = useState<string | null>(null);
  const [site, setSite] = useState<string | null>(null);
  const [worked] = useState(workedRow.get);
  const asked = parseRowFocus(place.focus) ?? (worked?.inspectionId === sheet.summary.inspectionId ? worked : null);
  const [first] = useState(() => firstRow(rows, asked, sheet.currentPlace));
  const row =
    rows.find((one) => rowKey(one) === chosen) ?? rows.find((one) => first && rowKey(one) === rowKey(first)) ?? rows[0];
  if (signing || !row)
    return (
      <SignOff
        sheet={sheet}
        onSee={(seen) => {
          setChosen(rowKey(seen));
          setSigning(false);
        }}
        onBack={() => setSigning(false)}
      />
    );
  const sitePlace = sheet.places.find(({ placeId }) => placeId === site);
  const siteKind = sitePlace ? siteKindOf(sitePlace) : null;
  if (sitePlace && siteKind)
    return (
      <SiteScreen
        key={sitePlace.placeId}
        sheet={sheet}
        place={sitePlace}
        kind={siteKind}
        onBack={() => setSite(null)}
        onPlace={({ placeId }) => setSite(placeId)}
        onRow={(next) => {
          setChosen(rowKey(next));
          setSite(null);
        }}
      />
    );
  const rowFor = (asked: SheetRow, typed: TypedFacts): CalculatorFor => ({
    title: titleOf(asked.itemId) ?? asked.itemId,
    fields: fieldsOfRow(asked.itemId),
    typed,
    onUse: (figures) => {
      fillDraft(sheet.summary.inspectionId, asked, { ...typed, ...figures });
      setCalculating(null);
    },
  });
  if (calculating)
    return (
      <CalculatorPage
        summary={sheet.summary}
        start={calculating.rule}
        row={calculating.row && rowFor(calculating.row, calculating.typed)}
        onBack={() => setCalculating(null)}
      />
    );
  const key = rowKey(row);
  const section = sections.find((one) => one.rows.some((candidate) => rowKey(candidate) === key));
  return (
    <div className="check-screen">
      <ItemList
        sheet={sheet}
        sections={sections}
        current={key}
        onChoose={(next) => setChosen(rowKey(next))}
        onSite={setSite}
        onCalculate={() => setCalculating(onItsOwn)}
      />
      <ItemCard
        sheet={sheet}
        row={row}
        number={(section?.rows.findIndex((one) => rowKey(one) === key) ?? 0) + 1}
        previous={neighbour(rows, key, -1)}
        next={neighbour(rows, key, 1)}
        onChoose={(next) => setChosen(rowKey(next))}
        onSign={() => setSigning(true)}
        onSite={setSite}
        onCalculate={setCalculating}
      />
    </div>
  );
}
