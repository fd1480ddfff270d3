const SHIPPED = 'Noto Sans SC Variable';
/** The last families in the report's own lists: the shipped one stands in for them where a machine has no Chinese font. */
const STAND_INS = ['Source Han Serif SC', 'Source Han Sans SC'];

const absolute = (css: string, base: string): string =>
  css.replaceAll(/url\(["']?([^"')]+)["']?\)/g, (_, address: string) => `url("${new URL(address, base).href}")`);

function shippedFaces(sheets: Iterable<CSSStyleSheet>, page: string): string[] {
  return [...sheets].flatMap((sheet) =>
    [...sheet.cssRules]
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .filter((rule) => rule.style.getPropertyValue('font-family').replaceAll(/["']/g, '') === SHIPPED)
      .map((rule) => absolute(rule.cssText, sheet.href ?? page)),
  );
}

/** The report with the fonts of this page, which its own policy would refuse. The frame has no other way to a font, and a system may have none for Chinese. */
export function withShippedFonts(html: string, page: Document): string {
  const faces = shippedFaces(page.styleSheets, page.baseURI);
  const css = STAND_INS.flatMap((family) => faces.map((face) => face.replaceAll(SHIPPED, family))).join('\n');
  return html
    .replace("content=\"default-src 'none';", "content=\"default-src 'none'; font-src 'self';")
    .replace('</head>', `<style>${css}</style></head>`);
}
