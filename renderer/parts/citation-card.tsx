import { App, Drawer } from 'antd';
import type { Citation, Working } from '../../vocabulary/verdict.ts';
import { useWords } from '../words/words.ts';
import { Button } from './button.tsx';
import { Formula } from './formula.tsx';
import { UnknownTag } from './tag.tsx';
import { holdsOf, isComparison, workingsText } from './workings-text.ts';
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

/** What came of one line: an amount with its unit, or whether a comparison holds. */
function WorkingResult({ line }: { readonly line: Working }) {
  const { t } = useWords();
  if (isComparison(line))
    return (
      <p className="workings-result">
        <Formula text={line.substituted} /> {t(holdsOf(line) ? 'parts.citation.holds' : 'parts.citation.broken')}
      </p>
    );
  return (
    <>
      <p>
        = <Formula text={line.substituted.replace('+∞', t('marks.overRange')).replace('−∞', t('marks.underRange'))} />
      </p>
      <p className="workings-result">
        = {line.result} {line.unit}
      </p>
    </>
  );
}

/** The lines of arithmetic, numbers put in, to be checked on paper. */
export function Workings({ workings }: { readonly workings: readonly Working[] }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const copy = () =>
    navigator.clipboard.writeText(workingsText(workings)).then(
      () => void message.info(t('parts.citation.copied')),
      () => {},
    );
  if (workings.length === 0) return null;
  return (
    <section className="workings">
      <header className="card-head">
        <h2>{t('parts.citation.workings')}</h2>
        <span className="text-faint">{t('parts.citation.substituted')}</span>
      </header>
      <ol>
        {workings.map((line) => (
          <li key={line.formula}>
            <p className="workings-formula">
              <Formula text={line.formula} />
            </p>
            <WorkingResult line={line} />
          </li>
        ))}
      </ol>
      <Button size="small" icon="document" onPress={() => void copy()}>
        {t('parts.citation.copy')}
      </Button>
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
