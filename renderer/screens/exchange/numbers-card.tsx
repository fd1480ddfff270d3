import { Input, Select } from 'antd';
import { useState } from 'react';
import type { ExchangeState } from '../../../electron/ports/exchange-models.ts';
import type { LeaseRow } from '../../../electron/ports/withdrawal-models.ts';
import { documentNumber } from '../../../rules/packs/documents.words.ts';
import { type LogId, logId } from '../../../vocabulary/ids.ts';
import type { PaperSeries } from '../../../vocabulary/paper.ts';
import { paperLetters } from '../../../vocabulary/paper.words.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { useDeed, useQuestion, useSession } from '../../ports/questions.ts';
import { isoDay } from '../../words/format.ts';
import { shortPrincipal } from '../../words/principal.ts';
import { type SpokenWords, useWords } from '../../words/words.ts';

/** Which device may give which numbers to papers, and the papers that wait for one. */
export function NumbersCard({ state }: { readonly state: ExchangeState }) {
  const { t } = useWords();
  const role = useSession().value?.device.role ?? null;
  const leases = useQuestion(['exchange', 'leases'], (ports) => ports.recorder.ask('lease/list', {}));
  const rows = leases.value ?? [];
  const gives = role === 'lead' || role === 'province';
  return (
    <Card title={t('withdrawal.numbers.title')}>
      <p className="text-small">{t('withdrawal.numbers.how')}</p>
      <FaultLine fault={leases.fault} />
      {rows.length === 0 && <p>{t('withdrawal.numbers.none')}</p>}
      <ul className="numbers">
        {rows.map((row) => (
          <LeaseLine key={row.leaseId} row={row} />
        ))}
      </ul>
      {gives ? (
        <GiveNumbers state={state} rows={rows} onGiven={leases.again} />
      ) : (
        <p>{t('withdrawal.numbers.leadOnly')}</p>
      )}
      <NumberNow />
    </Card>
  );
}

const textOf = ({ province, unit, letter, year }: PaperSeries, serial: number): string =>
  documentNumber({ provinceShort: province, areaShort: unit, docCode: letter, year, serial });

const left = ({ from, to, used }: LeaseRow): number => to - from + 1 - used;

const holderName = (t: SpokenWords['t'], row: Pick<LeaseRow, 'own' | 'principal'>): string =>
  row.own ? t('withdrawal.numbers.mine') : row.principal ? shortPrincipal(row.principal) : t('exchange.logs.unnamed');

function LeaseLine({ row }: { readonly row: LeaseRow }) {
  const { t } = useWords();
  return (
    <li>
      <strong>{holderName(t, row)}</strong>
      <span>{t('withdrawal.numbers.range', { from: row.from, to: row.to })}</span>
      <span>{row.next === null ? t('withdrawal.numbers.used') : t('withdrawal.numbers.left', { n: left(row) })}</span>
      <span className="text-small">
        {row.next !== null && t('withdrawal.numbers.next', { number: textOf(row.series, row.next) })}
      </span>
      {row.overlaps && (
        <span className="cell-mark">
          <Mark kind="conflict" size={20} /> {t('withdrawal.numbers.overlaps')}
        </span>
      )}
    </li>
  );
}

interface GiveProps {
  readonly state: ExchangeState;
  readonly rows: readonly LeaseRow[];
  readonly onGiven: () => void;
}

/** The letters of the last range are the usual ones of the next. */
function GiveNumbers({ state, rows, onGiven }: GiveProps) {
  const { t } = useWords();
  const { now } = useReach();
  const last = rows.at(-1)?.series;
  const own = state.logs.find((row) => row.own)?.log ?? null;
  const [holder, setHolder] = useState<LogId | null>(own);
  const [province, setProvince] = useState(last?.province ?? '');
  const [unit, setUnit] = useState(last?.unit ?? '');
  const [count, setCount] = useState('20');
  const give = useDeed((ports, ask: { holder: LogId; series: PaperSeries; count: number }) =>
    ports.recorder.ask('lease/give', ask),
  );
  const year = Number(isoDay(now()).slice(0, 4));
  const amount = /^\d{1,4}$/.test(count) ? Number(count) : 0;
  const ready = holder !== null && province.trim() !== '' && unit.trim() !== '' && amount > 0 && amount <= 1000;
  const press = () => {
    if (!holder || !ready) return;
    const series = { province: province.trim(), unit: unit.trim(), letter: paperLetters.withdrawalOrder, year };
    void give.run({ holder, series, count: amount }).then((done) => done.ok && onGiven());
  };
  return (
    <div className="numbers-give">
      <Field label={t('withdrawal.numbers.holder')}>
        {({ id }) => (
          <Select
            id={id}
            value={holder}
            onChange={(value) => setHolder(logId.nullable().parse(value))}
            options={state.logs.map((row) => ({ value: row.log, label: holderName(t, row) }))}
          />
        )}
      </Field>
      <Field label={t('withdrawal.numbers.province')}>
        {({ id }) => <Input id={id} maxLength={4} value={province} onChange={(e) => setProvince(e.target.value)} />}
      </Field>
      <Field label={t('withdrawal.numbers.unit')}>
        {({ id }) => <Input id={id} maxLength={12} value={unit} onChange={(e) => setUnit(e.target.value)} />}
      </Field>
      <Field label={t('withdrawal.numbers.count')}>
        {({ id }) => <Input id={id} inputMode="numeric" value={count} onChange={(e) => setCount(e.target.value)} />}
      </Field>
      <Button disabled={!ready} busy={give.busy} onPress={press}>
        {t('withdrawal.numbers.keep')}
      </Button>
      <FaultLine fault={give.fault} />
    </div>
  );
}

/** Papers that waited get their numbers after a merge by themselves; a range that came later is used here. */
function NumberNow() {
  const { t } = useWords();
  const number = useDeed((ports) => ports.recorder.ask('paper/number', {}));
  return (
    <div className="numbers-now">
      <Button busy={number.busy} onPress={() => void number.run(null)}>
        {t('withdrawal.numbers.numberNow')}
      </Button>
      {number.value && (
        <span className="text-small" role="status">
          {t('withdrawal.numbers.numbered', { n: number.value.numbered, left: number.value.waiting })}
        </span>
      )}
      <FaultLine fault={number.fault} />
    </div>
  );
}
