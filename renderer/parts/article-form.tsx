import { Input } from 'antd';
import { useState } from 'react';
import type { Citation } from '../../vocabulary/verdict.ts';
import { useDeed } from '../ports/questions.ts';
import { articleText, looksLikeArticle } from '../words/article-text.ts';
import { useWords } from '../words/words.ts';
import { Button } from './button.tsx';
import { FaultLine } from './fault-line.tsx';
import { Field } from './field.tsx';

/** Fills the article number of a citation from the official text in the officer's hand. */
export function ArticleForm({ citation }: { readonly citation: Citation }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const deed = useDeed((ports, article: string) =>
    ports.recorder.ask('article/put', { document: citation.document, entries: citation.entries, article }),
  );
  const article = articleText(typed);
  const put = () => {
    if (article !== null) void deed.run(article).then((done) => done.ok && setOpen(false));
  };
  if (!open)
    return (
      <Button size="small" icon="document" onPress={() => setOpen(true)}>
        {t('parts.article.fill')}
      </Button>
    );
  return (
    <form
      className="article-form"
      onSubmit={(event) => {
        event.preventDefault();
        put();
      }}
    >
      <Field
        label={t('parts.article.label')}
        hint={t('parts.article.hint')}
        wrong={article !== null && !looksLikeArticle(article) ? t('parts.article.odd', { article }) : null}
      >
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            value={typed}
            maxLength={60}
            placeholder={t('parts.article.placeholder')}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <FaultLine fault={deed.fault} />
      <div className="article-form-foot">
        <Button kind="primary" size="small" disabled={article === null || deed.busy} onPress={put}>
          {t('parts.article.keep')}
        </Button>
        <Button size="small" onPress={() => setOpen(false)}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
