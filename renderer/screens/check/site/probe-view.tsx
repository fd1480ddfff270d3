import type { InspectionSheet } from '../../../../electron/ports/inspection-models.ts';
import { exact } from '../../../../rules/decimal.ts';
import { type HoleGroup, holeGroup, roundedDown, roundedUp } from '../../../../rules/sites/holes.ts';
import { leadOf, probeOf } from '../../../../rules/sites/offers.ts';
import type { Site } from '../../../../rules/sites/site.ts';
import { placeId as placeIdSchema } from '../../../../vocabulary/ids.ts';
import type { Place } from '../../../../vocabulary/place.ts';
import { Mark } from '../../../marks/mark.tsx';
import type { MarkKind } from '../../../marks/mark-kind.ts';
import { Button } from '../../../parts/button.tsx';
import { FaultLine } from '../../../parts/fault-line.tsx';
import { UnknownTag } from '../../../parts/tag.tsx';
import { useDeed } from '../../../ports/questions.ts';
import { useWords } from '../../../words/words.ts';
import { HoleSketch } from './hole-sketch.tsx';

/** A heading's width where nobody has said it: for the drawing alone, no figure is taken from it. */
const DRAWN_WIDTH_M = 4;

export interface ProbeViewProps {
  readonly sheet: InspectionSheet;
  readonly site: Site;
  readonly onPlace: (place: Place) => void;
}

const numberOf = (value: unknown): number | null =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? Number(value) : null;

/** The holes drawn to scale with what they allow: lead, permitted advance, side distance, end spacing. */
export function ProbeView({ sheet, site, onPlace }: ProbeViewProps) {
  const { t } = useWords();
  const { heading, probe } = pairOf(sheet, site);
  if (!probe) return <NoProbe sheet={sheet} heading={site} onPlace={onPlace} />;
  const group = holeGroup(probe.parts);
  const lead = heading?.facts.designLead_m;
  const permitted =
    group.projected_m === null || lead === undefined || lead === null
      ? null
      : Math.max(
          0,
          exact(group.projected_m)
            .minus(exact(String(lead)))
            .toNumber(),
        );
  return (
    <section className="site-probe">
      <ProbeFigures group={group} heading={heading} permitted={permitted} />
      <HoleSketch
        holes={group}
        width_m={numberOf(heading?.facts.headingWidth_m) ?? DRAWN_WIDTH_M}
        permitted_m={permitted}
        advance_m={numberOf(heading?.facts.advance_m)}
        section={probe.facts.thickSeam === true}
      />
      {group.unfinished.length > 0 && (
        <p className="cell-mark">
          <Mark kind="unknown" size={20} />
          {t('site.unfinished', { list: group.unfinished.join(t('common.listJoin')) })}
        </p>
      )}
    </section>
  );
}

/** A heading with the probe that counts for it, or a probing site with its heading; typed figures before recorded ones. */
function pairOf(sheet: InspectionSheet, site: Site): { readonly heading: Site | null; readonly probe: Site | null } {
  if (site.kind === 'heading') return { heading: site, probe: probeOf(site.placeId, sheet.sites) };
  return { heading: sheet.sites.find(({ placeId }) => placeId === site.parent) ?? null, probe: site };
}

interface ProbeFiguresProps {
  readonly group: HoleGroup;
  readonly heading: Site | null;
  readonly permitted: number | null;
}

function ProbeFigures({ group, heading, permitted }: ProbeFiguresProps) {
  const { t } = useWords();
  const metres = (text: string | null) => (text === null ? t('common.none') : `${text}\u00a0m`);
  const half = (numberOf(heading?.facts.headingWidth_m) ?? Number.NaN) / 2;
  const side = (reach: number) => (Number.isNaN(half) ? null : roundedDown(Math.max(0, reach - half)));
  const board = numberOf(heading?.facts.boardAdvance_m);
  const advance = numberOf(heading?.facts.advance_m);
  const lead = heading?.facts.designLead_m;
  return (
    <dl className="site-figures">
      <Figure
        term={t('site.permitted')}
        value={metres(permitted === null ? null : roundedDown(permitted))}
        how={
          permitted === null
            ? t('site.permittedLacks')
            : `${group.projected_m} − ${String(lead)} = ${roundedDown(permitted)}`
        }
      />
      <Figure
        term={t('site.driven')}
        value={metres(advance === null ? null : String(advance))}
        mark={permitted !== null && advance !== null && advance > permitted ? 'fail' : undefined}
        how={
          permitted !== null && advance !== null && advance > permitted
            ? t('site.drivenTooFar', { by: `${roundedUp(advance - permitted)} m` })
            : ''
        }
      />
      <Figure term={t('site.projected')} value={metres(group.projected_m)} />
      {board !== null && (
        <Figure
          term={t('site.board')}
          value={metres(String(board))}
          mark={permitted !== null && board > permitted ? 'fail' : undefined}
          how={permitted !== null && board > permitted ? t('site.boardTooFar') : ''}
        />
      )}
      <Figure term={t('site.leadNow')} value={metres(leadOf({ heading, holes: group }))} />
      <Figure term={t('site.horizontal')} value={metres(group.horizontal_m)} />
      <Figure term={t('site.vertical')} value={metres(group.vertical_m)} />
      <Figure
        term={t('site.sides')}
        value={t('site.leftRight', { left: metres(side(group.left_m)), right: metres(side(group.right_m)) })}
        tag={t('marks.needsCheck')}
      />
    </dl>
  );
}

interface FigureProps {
  readonly term: string;
  readonly value: string;
  readonly how?: string;
  readonly tag?: string;
  readonly mark?: MarkKind | undefined;
}

const Figure = ({ term, value, how = '', tag, mark }: FigureProps) => (
  <div>
    <dt>
      {term} {tag && <UnknownTag words={tag} />}
    </dt>
    <dd className="cell-mark">
      {mark && <Mark kind={mark} size={18} />}
      {value}
    </dd>
    {how !== '' && <dd className="text-small">{how}</dd>}
  </div>
);

const MOST_LETTERS = 60;

/** A heading of which no probing site is known yet: where one is named, it is opened; else one is added. */
function NoProbe({
  sheet,
  heading,
  onPlace,
}: {
  readonly sheet: InspectionSheet;
  readonly heading: Site;
  readonly onPlace: (place: Place) => void;
}) {
  const { t } = useWords();
  const free = sheet.places.filter(
    ({ placeId, kind }) =>
      kind === 'probeSite' &&
      !sheet.sites.some((site) => site.placeId === placeId && site.parent !== null && site.parent !== heading.placeId),
  );
  const { inspectionId } = sheet.summary;
  const name = t('site.probeName', {
    name: sheet.places.find(({ placeId }) => placeId === heading.placeId)?.name ?? '',
  });
  const add = useDeed(async (ports, called: string) => {
    const place = { code: 'headingFace', kind: 'probeSite', name: called.slice(0, MOST_LETTERS) } as const;
    const added = await ports.recorder.ask('place/add', { inspectionId, ...place });
    if (!added.ok) return added;
    const { placeId } = added.value;
    const parent = placeIdSchema.parse(heading.placeId);
    const linked = await ports.recorder.ask('site/put', { inspectionId, placeId, parent, facts: {} });
    if (linked.ok) onPlace({ placeId, ...place });
    return linked;
  });
  return (
    <section className="site-probe">
      <p className="text-faint">{t(free.length > 0 ? 'site.probeNotLinked' : 'site.noProbe')}</p>
      <FaultLine fault={add.fault} />
      {free.length === 0 && sheet.summary.signedAt === null && (
        <Button icon="plus" busy={add.busy} onPress={() => void add.run(name)}>
          {t('site.addProbe')}
        </Button>
      )}
      {free.map((place) => (
        <Button key={place.placeId} iconAfter="next" onPress={() => onPlace(place)}>
          {place.name}
        </Button>
      ))}
    </section>
  );
}
