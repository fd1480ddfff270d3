import type { ReportFact, ReportPart, ReportSite, ReportVerdict, ReportZone } from '../../reports/inspection-report.ts';
import { itemAt } from '../../rules/checklist/at-place.ts';
import type { EvidenceKind } from '../../rules/checklist/item.ts';
import { judgeItem } from '../../rules/checklist/judge-item.ts';
import { findItem } from '../../rules/checklist/registry.ts';
import { fillCitations, type TypedArticles } from '../../rules/citations.ts';
import { districtSumps } from '../../rules/sites/district-sump.ts';
import { partForms, siteFields } from '../../rules/sites/forms.ts';
import { offersFor } from '../../rules/sites/offers.ts';
import type { SiteField } from '../../rules/sites/site.ts';
import { zoneFigures } from '../../rules/sites/zone-figures.ts';
import { partKind } from '../../vocabulary/site.ts';
import type { FactValue, Verdict } from '../../vocabulary/verdict.ts';
import type { InspectionSheet } from '../ports/inspection-models.ts';
import type { SiteRow } from '../ports/site-models.ts';
import type { MineZones } from '../ports/zone-models.ts';

type PlaceName = (id: string | null) => string | null;
type Facts = Readonly<Record<string, FactValue>>;

const everyKind: readonly EvidenceKind[] = ['photo', 'document', 'number', 'detector', 'signature', 'interview'];

/** What was entered once of headings, probing sites, pump rooms and faces, and what the rules say of it. Places with nothing are left out. */
export const reportSites = (sheet: InspectionSheet, placeName: PlaceName, typed: TypedArticles): ReportSite[] =>
  sheet.sites
    .filter(({ facts, parts }) => parts.length > 0 || Object.values(facts).some(isSaid))
    .map((site) => ({
      kind: site.kind,
      name: placeName(site.placeId) ?? '',
      parent: placeName(site.parent),
      disputed: site.conflict,
      facts: siteFields(site.kind).flatMap((field) => factOf(field, site.facts)),
      parts: partKind.options.flatMap((kind) => partsOf(site, kind)),
      verdicts: [...rowVerdicts(sheet, site), ...sumpVerdicts(site, sheet)].map((one) => withArticles(one, typed)),
    }));

const isSaid = (value: FactValue | undefined): boolean => value !== undefined && value !== null && value !== '';

/** A field with its label; a choice stands as its words. */
function factOf({ key, label, unit, options }: SiteField, facts: Facts): ReportFact[] {
  const value = facts[key];
  if (!isSaid(value)) return [];
  const chosen = options.find((option) => option.value === value);
  return [{ key, label: label.zh, value: chosen ? chosen.label.zh : (value ?? null), unit }];
}

/** The holes, pumps or sumps, with the columns that somebody filled. */
function partsOf({ parts }: SiteRow, kind: SiteRow['parts'][number]['kind']): ReportPart[] {
  const own = parts.filter((part) => part.kind === kind);
  const columns = partForms[kind].filter(({ key }) => key === 'name' || own.some(({ facts }) => isSaid(facts[key])));
  if (own.length === 0) return [];
  return [
    {
      kind,
      columns: columns.map(({ label, unit }) => ({ label: label.zh, unit })),
      rows: own.map(({ facts }) => columns.map((field) => factOf({ ...field, unit: null }, facts)[0]?.value ?? null)),
    },
  ];
}

/** The rows that take their facts from the place, judged by these facts alone: evidence is the business of the row. */
function rowVerdicts({ rows, sites, places, summary }: InspectionSheet, site: SiteRow): ReportVerdict[] {
  const code = places.find(({ placeId }) => placeId === site.placeId)?.code ?? null;
  return rows.flatMap((row): ReportVerdict[] => {
    const known = findItem(row.itemId);
    if (row.placeId !== site.placeId || !known || known.criterion.kind === 'inspector') return [];
    const item = itemAt(known, code);
    const offers = Object.entries(offersFor(item, row.placeId, sites));
    if (offers.length === 0) return [];
    const facts = Object.fromEntries(offers.map(([key, { value }]) => [key, value]));
    const judged = judgeItem(item, facts, everyKind, { date: summary.date, hydroType: summary.hydroType });
    return judged.ok ? [{ title: item.title.zh, verdict: judged.value, facts: labelled(item.criterion.facts) }] : [];
  });
}

const labelled = (fields: readonly Pick<SiteField, 'key' | 'label' | 'unit'>[]): ReportFact[] =>
  fields.map(({ key, label, unit }) => ({ key, label: label.zh, value: null, unit }));

const sumpVerdicts = (site: SiteRow, { summary }: InspectionSheet): ReportVerdict[] =>
  districtSumps(site, summary.date).map(({ part, verdict }) => ({
    title: String(part.facts.name ?? ''),
    verdict,
    facts: labelled(partForms.sump),
  }));

const withArticles = (one: ReportVerdict, typed: TypedArticles): ReportVerdict => ({
  ...one,
  verdict: { ...one.verdict, citations: fillCitations(one.verdict.citations, typed) },
});

/** The zones of the mine as they are now, with what their own figures say. */
export const reportZones = (
  { zones, works }: Pick<MineZones, 'zones' | 'works'>,
  { date }: InspectionSheet['summary'],
  typed: TypedArticles,
): ReportZone[] =>
  zones.map(({ areaId, zone, now, changes, disputed }) => {
    const { computed, best, verdict } = zoneFigures(zone, date);
    return {
      name: zone.name,
      type: now,
      water: zone.waterKind,
      seam: zone.seam,
      pressure_MPa: zone.waterPressure_MPa,
      thickness_m: zone.aquicludeThickness_m,
      computed_MPaPerM: computed,
      given_MPaPerM: zone.inrushCoefficient_MPaPerM,
      papers: [zone.demonstrationNo, zone.approver, zone.approved_date ?? '', zone.evidence].filter(
        (text) => text !== '',
      ),
      validUntil: zone.validUntil_date,
      changes: changes.map(({ date: day, from, to, reason, evidence, approver }) => ({
        day,
        was: from,
        becomes: to,
        why: [reason, evidence, approver].filter((text) => text !== ''),
      })),
      works: works.filter(({ inside }) => inside.includes(areaId)).map(({ work }) => work.name),
      disputed,
      best,
      citations: verdict ? citationsOf(verdict, typed) : [],
    };
  });

const citationsOf = ({ citations }: Verdict, typed: TypedArticles) => fillCitations(citations, typed);
