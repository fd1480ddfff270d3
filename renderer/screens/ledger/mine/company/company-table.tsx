import { useState } from 'react';
import type { CompanyRow } from '../../../../../electron/ports/company-models.ts';
import { citationOfOwn, type Tightenable } from '../../../../../rules/packs/company.ts';
import { Button } from '../../../../parts/button.tsx';
import { CitationButton } from '../../../../parts/citation-button.tsx';
import { FaultLine } from '../../../../parts/fault-line.tsx';
import { LimitButton } from '../../../../parts/limit-button.tsx';
import { type Column, PlainTable } from '../../../../parts/plain-table.tsx';
import { useDeed } from '../../../../ports/questions.ts';
import { dayAndTime } from '../../../../words/format.ts';
import { useWords } from '../../../../words/words.ts';
import { ownRowOf, useLawWords, withUnit } from './law-words.ts';

export interface CompanyTableProps {
  readonly mine: string;
  readonly laws: readonly Tightenable[];
  readonly rows: readonly CompanyRow[];
  readonly onEnter: (law: Tightenable) => void;
}

/** The law's figure of each limit with the mine's own beside it, those that are entered first. */
export function CompanyTable({ mine, laws, rows, onEnter }: CompanyTableProps) {
  const { t, pick } = useWords();
  const lawWords = useLawWords();
  const columns: readonly Column<Tightenable>[] = [
    { key: 'limit', title: t('company.limit'), cell: ({ title }) => pick(title) },
    {
      key: 'law',
      title: t('company.law'),
      cell: (law) => (
        <span className="cell-lines">
          <LimitButton limit={lawWords(law)} citations={[law.citation]} />
          <CitationButton citation={law.citation} />
        </span>
      ),
    },
    {
      key: 'own',
      title: t('company.own'),
      cell: (law) => <Own law={law} row={ownRowOf(rows, law)} />,
    },
    {
      key: 'do',
      title: t('company.change'),
      cell: (law) => {
        const row = ownRowOf(rows, law);
        return (
          <span className="mine-buttons">
            {row && <TakeFigureBack mine={mine} row={row} name={pick(law.title)} />}
            <Button
              size="small"
              label={t(row ? 'company.correctOf' : 'company.enterOf', { name: pick(law.title) })}
              onPress={() => onEnter(law)}
            >
              {t(row ? 'company.correct' : 'company.enter')}
            </Button>
          </span>
        );
      },
    },
  ];
  const ownFirst = laws.toSorted((a, b) => Number(!ownRowOf(rows, a)) - Number(!ownRowOf(rows, b)));
  return (
    <PlainTable
      label={t('areas.tabs.company')}
      columns={columns}
      rows={ownFirst}
      rowKey={({ family, key }) => `${family} ${key}`}
    />
  );
}

function Own({ law, row }: { readonly law: Tightenable; readonly row: CompanyRow | undefined }) {
  const { t } = useWords();
  if (!row) return <span className="text-faint">{t('company.none')}</span>;
  const { limit, by, at, disputed } = row;
  return (
    <span className="cell-lines">
      <strong>
        <LimitButton limit={withUnit(limit.value, law.unit)} citations={[citationOfOwn(limit)]} />
      </strong>
      <span className="text-small">
        {`${limit.title}　${limit.article}`.trimEnd()}　{t('company.since', { day: limit.from })}
      </span>
      <span className="text-small">{t('company.enteredBy', { by, day: dayAndTime(at) })}</span>
      {disputed && <span className="check-conflict">{t('company.disputed')}</span>}
    </span>
  );
}

interface TakeFigureBackProps {
  readonly mine: string;
  readonly row: CompanyRow;
  readonly name: string;
}

/** Takes a figure back after a second press: it stays in the record and no longer counts. */
function TakeFigureBack({ mine, row, name }: TakeFigureBackProps) {
  const { t } = useWords();
  const [sure, setSure] = useState(false);
  const { family, key } = row.limit;
  const remove = useDeed((ports, _: null) => ports.recorder.ask('company/remove', { mine, family, key }));
  return (
    <>
      <Button
        kind="quiet"
        size="small"
        busy={remove.busy}
        label={t(sure ? 'areas.takeBackSureOf' : 'areas.takeBackOf', { name })}
        onPress={() => (sure ? void remove.run(null) : setSure(true))}
      >
        {t(sure ? 'areas.takeBackSure' : 'areas.takeBack')}
      </Button>
      <FaultLine fault={remove.fault} />
    </>
  );
}
