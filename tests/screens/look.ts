/** What a machine can see wrong with a page; runs inside it, so it knows nothing but the document. */
export function lookAtPage(least: number): string[] {
  const shown = (element: Element) => element.getClientRects().length > 0;
  const outside = (element: Element, where: string) => shown(element) && element.closest(where) === null;
  const all = (what: string, but: string) => [...document.querySelectorAll(what)].filter((one) => outside(one, but));
  const name = (one: Element) => `${one.tagName.toLowerCase()}.${one.className} “${one.textContent?.slice(0, 24)}”`;
  const sizeOf = (one: Element) => one.getBoundingClientRect();
  const small = all(
    'button, input, select, [role=tab], a[href], .ant-select',
    '.ant-select, .ant-input-affix-wrapper, .visually-hidden',
  )
    .filter((one) => sizeOf(one).height < least - 0.5 || sizeOf(one).width < least - 0.5)
    .map((one) => `small ${Math.round(sizeOf(one).width)}×${Math.round(sizeOf(one).height)} ${name(one)}`);
  const tight = (one: Element) => {
    const style = getComputedStyle(one);
    return style.overflowX === 'visible' && style.display !== 'inline' && one.scrollWidth > one.clientWidth + 1;
  };
  const wide = all('button, h1, h2, h3, p, span, dd, dt, td, th, label, li', '.visually-hidden, .ant-select')
    .filter(tight)
    .map((one) => `wide ${name(one)}`);
  const primaries = document.querySelectorAll('.button[data-kind=primary]').length;
  const keys = document.body.textContent.match(/\b(?:[a-z]+[A-Za-z]*\.){2,3}[a-z][A-Za-z]+\b|\{\w+\}/g) ?? [];
  return [
    ...small,
    ...wide,
    ...(primaries > 1 ? [`${primaries} primary buttons`] : []),
    ...(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []),
    ...keys.map((key) => `untranslated ${key}`),
  ];
}
