import { useState } from 'react';
import { isoDate } from '../../../../../vocabulary/time.ts';
import { Button } from '../../../../parts/button.tsx';
import { Card } from '../../../../parts/card.tsx';
import { DayField } from '../../../../parts/day-field.tsx';
import { FaultPlace } from '../../../../parts/fault-line.tsx';
import { Slow } from '../../../../parts/slow.tsx';
import { UnknownTag } from '../../../../parts/tag.tsx';
import { useReach } from '../../../../ports/ports-context.tsx';
import { isoDay } from '../../../../words/format.ts';
import { useWords } from '../../../../words/words.ts';
import { CheckForm } from './check-form.tsx';
import { CheckList } from './check-list.tsx';
import { LevelCard } from './level-card.tsx';
import { lastMonths, summariesOf } from './prevention-model.ts';
import { usePrevention } from './use-prevention.ts';
import './prevention.css';

/** 日查 周查 月查 季查: which checks the mine's own papers do not show, then the checks they do show. */
export function PreventionTab({ mine }: { readonly mine: string }) {
  const { t } = useWords();
  const today = isoDate.parse(isoDay(useReach().now()));
  const { value, fault, again } = usePrevention(mine);
  const [range, setRange] = useState(() => lastMonths(today));
  const [adding, setAdding] = useState(false);
  if (fault) return <FaultPlace fault={fault} again={again} />;
  if (!value) return <Slow />;
  if (adding) return <CheckForm mine={mine} today={today} onDone={() => setAdding(false)} />;
  const day = (text: string, kept: typeof today) => isoDate.safeParse(text).data ?? kept;
  return (
    <div className="mine-split">
      <div className="mine-list">
        <Card title={t('prevention.range')}>
          <DayField
            label={t('prevention.from')}
            value={range.from}
            onChange={(text) => setRange({ ...range, from: day(text, range.from) })}
          />
          <DayField
            label={t('prevention.to')}
            value={range.to}
            onChange={(text) => setRange({ ...range, to: day(text, range.to) })}
          />
          <p className="text-small">
            {t('prevention.rule')} <UnknownTag words={t('marks.needsCheck')} />
          </p>
        </Card>
      </div>
      <div className="mine-thing">
        <div className="prevention-levels">
          {summariesOf(value.checks, range, today).map((summary) => (
            <LevelCard key={summary.level} summary={summary} />
          ))}
        </div>
        <Card
          flush
          title={t('prevention.checks')}
          aside={
            <Button size="small" icon="plus" onPress={() => setAdding(true)}>
              {t('prevention.add')}
            </Button>
          }
        >
          <CheckList checks={value.checks} today={today} />
        </Card>
      </div>
    </div>
  );
}
