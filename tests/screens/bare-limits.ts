/**
 * The limits on a page from which no card can be opened; runs inside the page, so it knows nothing but the document. A limit is a number behind a
 * comparator, in signs or words. It is in order as a `data-limit` button that names its entry, or in a part that says by `data-cites` that its document
 * opens there. The card itself is the end of the way; what a person wrote (`data-said`, a file as it was read) is shown as it was written.
 */
export function limitsWithoutCard(): string[] {
  const WAY = '[data-limit]';
  const shown = (element: Element) => element.getClientRects().length > 0;
  const isOpenable = (one: Element) => one.tagName === 'BUTTON' && (one.getAttribute('data-limit') ?? '').includes(' ');
  const lame = [...document.querySelectorAll(WAY)]
    .filter((one) => shown(one) && !isOpenable(one))
    .map((one) => `opens nothing “${one.textContent}”`);
  const leads = (one: Element) => one.querySelector(`${WAY}, .citation-button`) !== null;
  const isSettled = (one: Element) => {
    if (one.closest('.citation-drawer, [data-said], pre') !== null) return true;
    const home = one.closest('[data-cites]');
    return home !== null && leads(home);
  };
  /** Text of an element as it is read; a limit that opens its card stands as a blank. */
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || node.matches(`${WAY}, script, style`)) return node instanceof Element ? '□' : '';
    if (node instanceof HTMLInputElement || node.matches('[data-said], pre')) return '';
    return [...node.childNodes].map(read).join('');
  };
  const inline = (one: Element) =>
    one instanceof SVGElement ? one.tagName === 'tspan' : getComputedStyle(one).display.startsWith('inline');
  const holdsText = (one: Element) =>
    [...one.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
  const blocks = new Set<Element>();
  for (const one of document.body.querySelectorAll('*')) {
    if (!holdsText(one) || !shown(one)) continue;
    let block: Element = one;
    while (inline(block) && block.parentElement !== null && block.parentElement !== document.body)
      block = block.parentElement;
    blocks.add(block);
  }
  // 限期 is no limit; what a field refuses (不能小于0) is none of a document
  const bare =
    /[≤≥＜＞<>]\s*\d|(?<!不能)(?:(?<!期)限(?![期内制])|上限|下限|不得|不超过|不小于|不大于|不低于|不少于|不高于|超过|达到|小于|大于|低于|高于)[^\d。；，、:：·]{0,4}\d/;
  const faults = [...blocks].flatMap((block) => {
    const text = read(block).replace(/\s+/g, ' ').trim();
    const found = bare.exec(text);
    if (!found || isSettled(block)) return [];
    return [
      `bare limit “${text.slice(Math.max(0, found.index - 12), found.index + 28)}” in ${block.tagName.toLowerCase()}.${block.getAttribute('class')}`,
    ];
  });
  const charts = [...document.querySelectorAll<HTMLElement>('[data-limits]')].flatMap((chart) => {
    const ways = chart.closest('section, figure')?.querySelectorAll(WAY).length ?? 0;
    return ways < Number(chart.dataset.limits) ? [`drawn limits ${chart.dataset.limits}, cards ${ways}`] : [];
  });
  return [...lame, ...faults, ...charts];
}
