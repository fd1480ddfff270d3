import { citationKey, lacksArticle } from '../../../rules/citations.ts';
import type { InspectionId } from '../../../vocabulary/ids.ts';
import { Mark } from '../../marks/mark.tsx';
import { ArticleForm } from '../../parts/article-form.tsx';
import { CitationButton } from '../../parts/citation-button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useQuestion } from '../../ports/questions.ts';
import { useArticles } from '../../ports/use-articles.ts';
import { useWords } from '../../words/words.ts';

/** The articles that findings rest on and nobody has read yet, each with the form to type it; until then the paper is a draft. */
export function SignArticles({ inspectionId }: { readonly inspectionId: InspectionId }) {
  const { t } = useWords();
  const { fill } = useArticles();
  const question = useQuestion(['inspection', 'open-articles', inspectionId], (ports) =>
    ports.recorder.ask('signoff/articles', { inspectionId }),
  );
  const open = fill(question.value ?? []).filter(lacksArticle);
  if (question.fault) return <FaultLine fault={question.fault} />;
  if (open.length === 0) return null;
  return (
    <section className="sign-articles" aria-label={t('check.signOff.openArticles')}>
      <p className="cell-mark">
        <Mark kind="unknown" size={20} />
        <strong>{t('check.signOff.draft')}</strong>
        <span>{t('check.signOff.draftWhy', { n: open.length })}</span>
      </p>
      <ul>
        {open.map((citation) => (
          <li key={citationKey(citation)} className="card-row">
            <div className="card-row-words">
              <CitationButton citation={citation} />
              {citation.formerly !== null && (
                <p className="text-small">{t('check.signOff.formerly', { article: citation.formerly })}</p>
              )}
            </div>
            <ArticleForm citation={citation} />
          </li>
        ))}
      </ul>
    </section>
  );
}
