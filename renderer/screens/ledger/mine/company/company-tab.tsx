import { useState } from 'react';
import { type Tightenable, tightenable } from '../../../../../rules/packs/company.ts';
import { isoDate } from '../../../../../vocabulary/time.ts';
import { FaultPlace } from '../../../../parts/fault-line.tsx';
import { Slow } from '../../../../parts/slow.tsx';
import { useReach } from '../../../../ports/ports-context.tsx';
import { useCompany } from '../../../../ports/use-company.ts';
import { isoDay } from '../../../../words/format.ts';
import { useWords } from '../../../../words/words.ts';
import { CompanyForm } from './company-form.tsx';
import { CompanyTable } from './company-table.tsx';

/** 企业内部限值: what the mine's own documents ask beyond the law, one line for each limit that may be made stricter. */
export function CompanyTab({ mine }: { readonly mine: string }) {
  const { t } = useWords();
  const today = isoDate.parse(isoDay(useReach().now()));
  const { value, fault, again } = useCompany(mine);
  const [chosen, setChosen] = useState<Tightenable | null>(null);
  if (fault) return <FaultPlace fault={fault} again={again} />;
  if (!value) return <Slow />;
  if (chosen) return <CompanyForm mine={mine} law={chosen} rows={value} today={today} onDone={() => setChosen(null)} />;
  return (
    <>
      <p className="text-small">{t('company.why')}</p>
      <CompanyTable mine={mine} laws={tightenable(today)} rows={value} onEnter={setChosen} />
    </>
  );
}
