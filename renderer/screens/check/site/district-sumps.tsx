import { sayReason } from '../../../../rules/say-reason.ts';
import { type DistrictSump, districtSumps } from '../../../../rules/sites/district-sump.ts';
import type { Site } from '../../../../rules/sites/site.ts';
import type { IsoDate } from '../../../../vocabulary/time.ts';
import { Mark } from '../../../marks/mark.tsx';
import { verdictMark } from '../../../marks/verdict-mark.ts';
import { LimitButton } from '../../../parts/limit-button.tsx';
import { useWords } from '../../../words/words.ts';
import { decidingGap, withUnit } from '../verdict-gap.ts';

/** Sumps of districts, each by the inflow of its district: no row asks for them, so they are judged where they are entered. */
export function DistrictSumps({ site, date }: { readonly site: Site; readonly date: IsoDate }) {
  const { t } = useWords();
  const sumps = districtSumps(site, date);
  if (sumps.length === 0) return null;
  return (
    <section className="fed-rows">
      <h2>{t('site.districtSumps')}</h2>
      <ul>
        {sumps.map((sump) => (
          <li key={sump.part.partId}>
            <SumpLine sump={sump} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SumpLine({ sump: { part, verdict } }: { readonly sump: DistrictSump }) {
  const { t, pick } = useWords();
  const gap = decidingGap(verdict.workings);
  return (
    <div className="fed-row">
      <Mark kind={verdictMark(verdict.status, verdict.severity)} size={20} />
      <span className="fed-row-words">
        <strong>{String(part.facts.name ?? '')}</strong>
        <span className="text-small">
          {gap ? (
            <>
              {withUnit(gap.value, gap.unit)} {t(`check.verdict.comparators.${gap.sign}`)}{' '}
              <LimitButton
                limit={withUnit(gap.limit, gap.unit)}
                citations={verdict.citations}
                workings={verdict.workings}
              />
            </>
          ) : (
            pick(sayReason(verdict.reason ?? ''))
          )}
        </span>
      </span>
    </div>
  );
}
