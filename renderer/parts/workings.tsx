import { App } from 'antd';
import type { ReactNode } from 'react';
import { sayRounding, writeWorking, writeWorkings } from '../../rules/say-working.ts';
import type { Working } from '../../vocabulary/working.ts';
import { useWords } from '../words/words.ts';
import { Button } from './button.tsx';
import { Formula, Mathematics } from './formula.tsx';
import './workings.css';

/** One line of arithmetic: in letters, with the numbers put in, what came of it, and what the letters stand for. */
export function WorkingLines({ working }: { readonly working: Working }) {
  const { t, language } = useWords();
  const { lines, holds, allDigits, letters } = writeWorking(working, language);
  return (
    <>
      {lines.map((line, at) => (
        <p key={line.text} className={at === lines.length - 1 ? 'workings-result' : 'workings-formula'}>
          <Mathematics {...line} />
          {holds !== null && at === lines.length - 1 && (
            <span className="workings-mark" data-holds={holds}>
              {t(holds ? 'parts.citation.holds' : 'parts.citation.broken')}
            </span>
          )}
        </p>
      ))}
      {allDigits !== null && (
        <p className="workings-digits">
          {t('parts.citation.allDigits')} {allDigits}
        </p>
      )}
      {letters.length > 0 && (
        <dl className="workings-letters">
          {letters.map(({ symbol, label, amount }) => (
            <div key={symbol}>
              <dt>
                <Formula text={symbol} />
              </dt>
              <dd>
                {label} {amount}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

export interface WorkingsProps {
  readonly workings: readonly Working[];
  /** The way to the documents of its figures, where they do not stand beside it. */
  readonly basis?: ReactNode;
}

/** The lines of arithmetic, numbers put in, to be checked on paper. */
export function Workings({ workings, basis }: WorkingsProps) {
  const { t, language } = useWords();
  const { message } = App.useApp();
  const copy = () => {
    const marks = { holds: t('parts.citation.holds'), broken: t('parts.citation.broken') };
    return navigator.clipboard.writeText(writeWorkings(workings, language, marks)).then(
      () => void message.info(t('parts.citation.copied')),
      () => {},
    );
  };
  if (workings.length === 0) return null;
  return (
    <section className="workings" data-cites={basis ? '' : undefined}>
      <header className="card-head">
        <h2>{t('parts.citation.workings')}</h2>
        <span className="text-faint">{t('parts.citation.substituted')}</span>
        {basis}
      </header>
      <ol>
        {workings.map((working) => (
          <li key={JSON.stringify(working)}>
            <WorkingLines working={working} />
          </li>
        ))}
      </ol>
      <p className="workings-digits">{sayRounding(language)}</p>
      <Button size="small" icon="document" onPress={() => void copy()}>
        {t('parts.citation.copy')}
      </Button>
    </section>
  );
}
