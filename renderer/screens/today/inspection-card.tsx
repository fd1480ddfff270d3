import type { InspectionSheet } from '../../../electron/ports/inspection-models.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { ProgressBar } from '../../parts/progress-bar.tsx';
import { useSession } from '../../ports/questions.ts';
import { rowFocus } from '../../shell/focus.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { clockTime } from '../../words/format.ts';
import { useItemTitle } from '../../words/item-title.ts';
import { useWords } from '../../words/words.ts';
import { nextOpen, routeOf, type Stop } from './route-model.ts';

/** The inspection one works on: how far it is, the walk, and the one next thing. */
export function InspectionCard({ sheet, onTeam }: { readonly sheet: InspectionSheet; readonly onTeam: () => void }) {
  const { t } = useWords();
  const { summary } = sheet;
  const { counts } = summary;
  return (
    <section className="today-inspection">
      <header>
        <div>
          <h2>
            {summary.mine}　{t(`inspectionKinds.${summary.kind}`)}
          </h2>
          <p className="text-small">
            {t('today.hydro', { type: t(`hydroTypes.${summary.hydroType}`) })}
            {summary.signedAt !== null && `　${t('today.signed', { time: clockTime(summary.signedAt) })}`}
          </p>
        </div>
        {sheet.team.officers.length > 1 && summary.signedAt === null && (
          <Button size="small" onPress={onTeam}>
            {t('plan.team')}
          </Button>
        )}
        <p className="today-count">
          <strong>{counts.total - counts.unanswered}</strong> / {counts.total}
        </p>
      </header>
      <ProgressBar counts={counts} />
      <ol className="today-route">
        {routeOf(sheet).map((stop) => (
          <RouteRow key={stop.placeId ?? ''} stop={stop} inspectionId={summary.inspectionId} />
        ))}
      </ol>
      <NextStep sheet={sheet} />
    </section>
  );
}

function RouteRow({ stop, inspectionId }: { readonly stop: Stop; readonly inspectionId: string }) {
  const { t } = useWords();
  const { go } = useNavigation();
  return (
    <li>
      <button
        type="button"
        data-here={stop.here ? '' : undefined}
        onClick={() => go('check', { inspectionId, focus: rowFocus(null, stop.placeId) })}
      >
        <Mark kind={stop.mark} />
        <span className="today-place">{stop.name ?? t('today.wholeMine')}</span>
        <span className="text-small">
          {stop.here && `${t('common.inPlace')}　`}
          {stop.failed > 0 && `${t('today.failShort', { n: stop.failed })}　`}
          {stop.checker !== null && t('plan.byWhom', { name: stop.checker })}
        </span>
        <span className="today-done">{t('common.of', { done: stop.done, total: stop.total })}</span>
      </button>
    </li>
  );
}

/** One touch to the next open item, to the signing, or to the hand-over. */
function NextStep({ sheet }: { readonly sheet: InspectionSheet }) {
  const { t } = useWords();
  const me = useSession().value?.person;
  const { go } = useNavigation();
  const titleOf = useItemTitle();
  const { inspectionId, signedAt } = sheet.summary;
  const open = nextOpen(sheet, me);
  if (signedAt !== null)
    return (
      <div className="today-next">
        <p>{t('today.doneAll')}</p>
        <Button kind="primary" size="big" wide iconAfter="next" onPress={() => go('exchange', { focus: 'out' })}>
          {t('today.handOver')}
        </Button>
      </div>
    );
  const title = open ? titleOf(open.itemId) : null;
  const words = title ? t('today.goOn', { item: title }) : t('today.goOnPlain');
  return (
    <div className="today-next">
      <Button
        kind="primary"
        size="big"
        wide
        iconAfter="next"
        onPress={() => go('check', { inspectionId, focus: open ? rowFocus(open.itemId, open.placeId) : 'sign' })}
      >
        {open ? words : t('today.goSign')}
      </Button>
    </div>
  );
}
