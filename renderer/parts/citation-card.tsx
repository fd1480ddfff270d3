import { Drawer } from 'antd';
import type { ArticleRow } from '../../electron/ports/article-models.ts';
import { citationKey, lacksArticle } from '../../rules/citations.ts';
import type { Citation } from '../../vocabulary/verdict.ts';
import type { Working } from '../../vocabulary/working.ts';
import { useArticles } from '../ports/use-articles.ts';
import { dayAndTime } from '../words/format.ts';
import { useWords } from '../words/words.ts';
import { ArticleForm } from './article-form.tsx';
import { Button } from './button.tsx';
import { UnknownTag } from './tag.tsx';
import { Workings } from './workings.tsx';
import './citation-card.css';

/** `《煤矿安全规程》第171条` with the tag of what is not verified. */
export function CitationLine({ citation }: { readonly citation: Citation }) {
  const { fill } = useArticles();
  return fill([citation]).map((filled) => <FilledLine key={citationKey(filled)} citation={filled} />);
}

function FilledLine({ citation }: { readonly citation: Citation }) {
  const { t } = useWords();
  return (
    <span className="citation-line">
      {citation.title}　{citation.article ?? ''}
      {citation.article === null && <UnknownTag words={t('marks.articleNeedsCheck')} />}
      {citation.article !== null && citation.needsCheck && <UnknownTag words={t('marks.needsCheck')} />}
    </span>
  );
}

function CitationFacts({ citation, typed }: { readonly citation: Citation; readonly typed: readonly ArticleRow[] }) {
  const { t } = useWords();
  const rows = [
    [t('parts.citation.document'), citation.document],
    [t('parts.citation.article'), citation.article ?? t('marks.articleNeedsCheck')],
    ...(citation.formerly === null ? [] : [[t('parts.citation.formerly'), citation.formerly] as const]),
    ...typed.map(
      ({ article, by, at, disputed }) =>
        [
          t(disputed ? 'parts.article.disputed' : 'parts.article.typedBy'),
          `${article}　${by}　${dayAndTime(at)}`,
        ] as const,
    ),
    [t('parts.citation.from'), citation.effectiveFrom],
    [t('parts.citation.to'), citation.effectiveTo ?? t('parts.citation.stillValid')],
    [t('parts.citation.provenance'), t(`parts.citation.provenances.${citation.provenance}`)],
  ];
  return (
    <section className="citation-card">
      <h2>
        {citation.title}{' '}
        {(citation.needsCheck || citation.article === null) && <UnknownTag words={t('marks.needsCheck')} />}
      </h2>
      <dl>
        {rows.map(([name, value]) => (
          <div key={`${name}${value}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {(citation.needsCheck || citation.article === null) && (
        <p className="citation-unverified">{t('parts.citation.needsCheck')}</p>
      )}
      {lacksArticle(citation) && <ArticleForm citation={citation} />}
    </section>
  );
}

export interface CitationDrawerProps {
  readonly open: boolean;
  readonly citations: readonly Citation[];
  readonly workings?: readonly Working[];
  readonly onClose: () => void;
}

/** The documents behind a limit, with their days in force and where each figure was read. */
export function CitationDrawer({ open, citations, workings = [], onClose }: CitationDrawerProps) {
  const { t } = useWords();
  const { fill, typedFor } = useArticles();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      rootClassName="citation-drawer"
      size={520}
      title={t('parts.citation.title')}
      closable={false}
      extra={<Button onPress={onClose}>{t('common.close')}</Button>}
    >
      {citations.length === 0 && <p>{t('parts.citation.none')}</p>}
      {fill(citations).map((citation) => (
        <CitationFacts key={citationKey(citation)} citation={citation} typed={typedFor(citation)} />
      ))}
      <Workings workings={workings} />
    </Drawer>
  );
}
