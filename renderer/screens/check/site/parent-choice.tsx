import type { InspectionSheet } from '../../../../electron/ports/inspection-models.ts';
import { Choice } from '../../../parts/choice.tsx';
import { useWords } from '../../../words/words.ts';
import { headingsOf } from './site-model.ts';
import type { SiteEditor } from './use-site.ts';

/** Which heading is probed from here: its rows take their lead and their permitted advance from these holes. */
export function ParentChoice({ sheet, editor }: { readonly sheet: InspectionSheet; readonly editor: SiteEditor }) {
  const { t } = useWords();
  const headings = headingsOf(sheet.places);
  if (headings.length === 0) return <p className="text-faint">{t('site.noHeading')}</p>;
  return (
    <section className="site-group">
      <Choice
        label={t('site.parent')}
        value={editor.site.parent ?? ''}
        options={headings.map(({ placeId, name }): { value: string; words: string } => ({
          value: placeId,
          words: name,
        }))}
        onChoose={(chosen) => editor.setParent(headings.find(({ placeId }) => placeId === chosen)?.placeId ?? null)}
      />
    </section>
  );
}
