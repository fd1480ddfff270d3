import { Drawer } from 'antd';
import type { Citation } from '../../vocabulary/verdict.ts';
import type { Working } from '../../vocabulary/working.ts';
import { useWords } from '../words/words.ts';
import { Button } from './button.tsx';
import { UnknownTag } from './tag.tsx';
import { Workings } from './workings.tsx';
import './citation-card.css';

/** `《煤矿安全规程》第171条` with the tag of what is not verified. */
export function CitationLine({ citation }: { readonly citation: Citation }) {
  const { t } = useWords();
  return (
    <span className="citation-line">
      {citation.title}　{citation.article ?? ''}
      {citation.article === null && <UnknownTag words={t('marks.articleNeedsCheck')} />}
      {citation.article !== null && citation.needsCheck && <UnknownTag words={t('marks.needsCheck')} />}
    </span>
  );
}

function CitationFacts({ citation }: { readonly citation: Citation }) {
  const { t } = useWords();
  const rows = [
    [t('parts.citation.document'), citation.document],
    [t('parts.citation.article'), citation.article ?? t('marks.articleNeedsCheck')],
    [t('parts.citation.from'), citation.effectiveFrom],
    [t('parts.citation.to'), citation.effectiveTo ?? t('parts.citation.stillValid')],
    [t('parts.citation.provenance'), t(`parts.citation.provenances.${citation.provenance}`)],
  ] as const;
  return (
    <section className="citation-card">
      <h2>
        {citation.title}{' '}
        {(citation.needsCheck || citation.article === null) && <UnknownTag words={t('marks.needsCheck')} />}
      </h2>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {(citation.needsCheck || citation.article === null) && (
        <p className="citation-unverified">{t('parts.citation.needsCheck')}</p>
      )}
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
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={520}
      title={t('parts.citation.title')}
      closable={false}
      extra={<Button onPress={onClose}>{t('common.close')}</Button>}
    >
      {citations.length === 0 && <p>{t('parts.citation.none')}</p>}
      {citations.map((citation) => (
        <CitationFacts key={`${citation.document}${citation.article ?? ''}`} citation={citation} />
      ))}
      <Workings workings={workings} />
    </Drawer>
  );
}
