import { useState } from 'react';
import { FROM_ZONES } from '../../../rules/sites/offers.ts';
import { siteKindOf } from '../../../vocabulary/site.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { CitationButton } from '../../parts/citation-button.tsx';
import { CitationDrawer } from '../../parts/citation-card.tsx';
import { useNavigation } from '../../shell/navigation.tsx';
import { useWords } from '../../words/words.ts';
import { AnswerHistory } from './answer-history.tsx';
import { BookPanel } from './book-panel.tsx';
import { calculatorOf } from './calculators/calculators.ts';
import { CompareNote } from './compare-note.tsx';
import { DetectorFigures } from './detector-figures.tsx';
import { EvidenceChips } from './evidence-chips.tsx';
import { FactColumn } from './fact-column.tsx';
import type { ItemCardProps } from './item-card.tsx';
import { rowKey } from './sections.ts';
import { SensorTable } from './sensor-table.tsx';
import { SignsSeen, signsField } from './signs-seen.tsx';
import { ArriveLine } from './site/arrive-line.tsx';
import type { Answering } from './use-answering.ts';
import { VerdictBox } from './verdict-box.tsx';
import { WithdrawLine } from './withdraw-line.tsx';

export interface CardBodyProps extends ItemCardProps {
  readonly answering: Answering;
  readonly signed: boolean;
  readonly onEnter: () => void;
}

/** Condition, question, source, verdict, evidence; the facts at the right where the item has any. */
export function CardBody(props: CardBodyProps) {
  const { t } = useWords();
  const { sheet, row, answering, signed, onEnter } = props;
  const { go } = useNavigation();
  const { view } = answering;
  if (!view)
    return (
      <article className="check-card">
        <p>{t('check.unknownItem', { id: row.itemId })}</p>
      </article>
    );
  const signs = signsField(view.fields);
  const beside = view.fields.length > 0 && !signs;
  return (
    <article className="check-card" data-facts={beside ? '' : undefined}>
      <div className="check-question">
        <div className="check-scroll">
          <QuestionHead {...props} />
          {!signed && <ArriveLine sheet={sheet} row={row} />}
          {row.conflict && <ConflictLine />}
          {signed && (
            <p className="check-signed">
              <Mark kind="sealed" size={20} /> {t('check.signedLocked')}
            </p>
          )}
          {view.item.id === SENSOR_SETTING && <SensorTable sheet={sheet} row={row} />}
          {view.item.id === SENSOR_COMPARE && <CompareNote sheet={sheet} row={row} answering={answering} />}
          {view.item.id === CHECK_RECORDS && !signed && <BookPanel sheet={sheet} row={row} />}
          {signs && <SignsSeen sheet={sheet} row={row} answering={answering} field={signs} disabled={signed} />}
          <VerdictBox sheet={sheet} row={row} answering={answering} />
          <WithdrawLine sheet={sheet} row={row} view={view} />
        </div>
        <EvidenceChips key={rowKey(row)} sheet={sheet} row={row} view={view} disabled={signed} />
      </div>
      {beside && (
        <FactColumn
          key={rowKey(row)}
          fields={view.fields}
          answering={answering}
          row={rowKey(row)}
          onEnter={onEnter}
          onSite={(id) =>
            id === FROM_ZONES
              ? go('ledger', { focus: `mine/${encodeURIComponent(sheet.summary.mine)}/zones` })
              : props.onSite(id)
          }
          placeOf={(id) =>
            id === FROM_ZONES ? t('zones.fromMap') : (sheet.places.find(({ placeId }) => placeId === id)?.name ?? '')
          }
          above={(key) => (
            <DetectorFigures sheet={sheet} row={row} view={view} fieldKey={key} onTake={answering.type} />
          )}
        />
      )}
    </article>
  );
}

function QuestionHead(props: CardBodyProps) {
  const { sheet, row, number, answering, onSite } = props;
  const { t, pick } = useWords();
  const { go } = useNavigation();
  const [history, setHistory] = useState(false);
  const [basis, setBasis] = useState(false);
  const { view } = answering;
  if (!view) return null;
  const { item } = view;
  const calculator = calculatorOf(item);
  const place = sheet.places.find((one) => one.placeId === row.placeId);
  const line = [t('check.itemNo', { n: number }), item.condition ? pick(item.condition) : null, place?.name ?? null];
  return (
    <header className="check-head" data-cites="">
      <p className="check-head-line">
        <span>{line.filter((one) => one !== null).join('\u3000')}</span>
        <span className="check-head-buttons">
          {calculator && (
            <Button
              kind="quiet"
              size="small"
              onPress={() => props.onCalculate({ rule: calculator, row, typed: answering.typed })}
            >
              {t('calculators.open')}
            </Button>
          )}
          {place && siteKindOf(place) && (
            <Button kind="quiet" size="small" onPress={() => onSite(place.placeId)}>
              {t('site.open')}
            </Button>
          )}
          {place?.kind === 'zone' && (
            <Button
              kind="quiet"
              size="small"
              onPress={() => go('ledger', { focus: `mine/${encodeURIComponent(sheet.summary.mine)}/zones` })}
            >
              {t('site.openZones')}
            </Button>
          )}
          {view.verdict && (view.verdict.workings.length > 0 || view.verdict.citations.length > 0) && (
            <Button kind="quiet" size="small" onPress={() => setBasis(true)}>
              {t('check.verdict.workings')}
            </Button>
          )}
          {row.answer && (
            <Button kind="quiet" size="small" onPress={() => setHistory(true)}>
              {t('check.history')}
            </Button>
          )}
        </span>
      </p>
      <h1>{pick(item.question)}</h1>
      <ul>
        {(view.verdict?.citations ?? []).slice(0, MOST_CITATIONS).map((citation) => (
          <li key={`${citation.document}${citation.article ?? ''}`}>
            <CitationButton citation={citation} />
          </li>
        ))}
      </ul>
      <CitationDrawer
        open={basis}
        citations={view.verdict?.citations ?? []}
        workings={view.verdict?.workings ?? []}
        onClose={() => setBasis(false)}
      />
      <AnswerHistory open={history} sheet={sheet} row={row} onClose={() => setHistory(false)} />
    </header>
  );
}

const SENSOR_SETTING = 'gas.sensors.setting';
const SENSOR_COMPARE = 'gas.sensors.compare';
const CHECK_RECORDS = 'gas.checks.records';

/** The rest is in the drawer of workings and basis. */
const MOST_CITATIONS = 2;

function ConflictLine() {
  const { t } = useWords();
  const { go } = useNavigation();
  return (
    <p className="check-conflict">
      <Mark kind="conflict" size={20} />
      <span>{t('check.conflict')}</span>
      <Button size="small" onPress={() => go('exchange')}>
        {t('check.goExchange')}
      </Button>
    </p>
  );
}
