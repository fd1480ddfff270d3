/** An article as it stands in papers: `173` and full-width digits become `第173条`; null where nothing was typed. */
export function articleText(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/\s+/g, '');
  if (plain === '') return null;
  return /^\d+$/.test(plain) ? `第${plain}条` : plain;
}

/** Whether a text names an article, so that a slip of the hand is asked about before it stands in papers. */
export const looksLikeArticle = (article: string): boolean => /^第[\d一二三四五六七八九十百千零〇]+条/.test(article);
