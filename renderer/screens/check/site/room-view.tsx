import { partForms } from '../../../../rules/sites/forms.ts';
import type { Site, SitePart } from '../../../../rules/sites/site.ts';
import { useWords } from '../../../words/words.ts';

/** Pumps by their duty and sumps, as bars of one scale, so that what is too small is seen before it is read. */
export function RoomView({ site }: { readonly site: Site }) {
  const { t } = useWords();
  const pumps = site.parts.filter(({ kind }) => kind === 'pump');
  const sumps = site.parts.filter(({ kind }) => kind === 'sump');
  if (pumps.length + sumps.length === 0) return <p className="text-faint">{t('site.noPumps')}</p>;
  return (
    <section className="site-room">
      <Bars title={t('site.parts.pump')} parts={pumps} amount="capacity_m3PerH" filled={null} />
      <Bars title={t('site.parts.sump')} parts={sumps} amount="totalVolume_m3" filled="emptyVolume_m3" />
    </section>
  );
}

interface BarsProps {
  readonly title: string;
  readonly parts: readonly SitePart[];
  readonly amount: string;
  readonly filled: string | null;
}

function Bars({ title, parts, amount, filled }: BarsProps) {
  const { t, pick } = useWords();
  if (parts.length === 0) return null;
  const sizeOf = ({ facts }: SitePart, key: string) => Number(facts[key] ?? 0);
  const most = Math.max(1, ...parts.map((part) => sizeOf(part, amount)));
  const unit = parts[0] && partForms[parts[0].kind].find(({ key }) => key === amount)?.unit;
  return (
    <figure className="site-bars">
      <figcaption className="text-small">{title}</figcaption>
      {parts.map((part) => {
        const duty = partForms[part.kind].find(({ kind }) => kind === 'choice');
        const chosen = duty?.options.find(({ value }) => value === part.facts[duty.key]);
        const size = sizeOf(part, amount);
        return (
          <p key={part.partId}>
            <span>
              {[String(part.facts.name ?? ''), chosen ? pick(chosen.label) : '']
                .filter((word) => word !== '')
                .join('　')}
            </span>
            <span className="site-bar">
              <span className="site-bar-size" style={{ inlineSize: `${(size / most) * 100}%` }}>
                {filled !== null && size > 0 && (
                  <span
                    className="site-bar-empty"
                    style={{ inlineSize: `${Math.min(1, sizeOf(part, filled) / size) * 100}%` }}
                  />
                )}
              </span>
            </span>
            <strong>{size === 0 ? t('common.none') : `${size} ${unit ?? ''}`}</strong>
          </p>
        );
      })}
      {filled !== null && <p className="text-faint">{t('site.emptyShare')}</p>}
    </figure>
  );
}
