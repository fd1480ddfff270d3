/**
 * Every colour of the page that is not grey and not the colour of focus and links, with who wears it. Runs inside the page,
 * so it knows nothing but the document. What is not verified by law (待核) is violet by duty and is left out.
 */
export function huesOnPage(): string[] {
  /** The greys are warm: their channels lie up to 13 apart. */
  const GREY = 13;
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgbOf = (colour: string): readonly number[] => {
    if (!canvas) return [];
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const known = new Map<string, boolean>();
  const focus = rgbOf(getComputedStyle(document.documentElement).getPropertyValue('--focus').trim()).join();
  const isHue = (colour: string): boolean => {
    const before = known.get(colour);
    if (before !== undefined) return before;
    const rgb = rgbOf(colour);
    const [r = 0, g = 0, b = 0, a = 0] = rgb;
    const hue = a > 0 && Math.max(r, g, b) - Math.min(r, g, b) > GREY && rgb.join() !== focus;
    known.set(colour, hue);
    return hue;
  };
  const coloursOf = (element: Element): string[] => {
    const style = getComputedStyle(element);
    const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;
    const borders = sides
      .filter((side) => style[`border${side}Style`] !== 'none' && style[`border${side}Width`] !== '0px')
      .map((side) => style[`border${side}Color`]);
    const drawn = element instanceof SVGElement ? [style.fill, style.stroke].filter((one) => one !== 'none') : [];
    const outline = style.outlineStyle === 'none' ? [] : [style.outlineColor];
    const inImages = `${style.backgroundImage} ${style.boxShadow}`.match(/rgba?\([^)]*\)/g) ?? [];
    return [style.color, style.backgroundColor, ...borders, ...drawn, ...outline, ...inImages];
  };
  const paintedHue = (element: HTMLCanvasElement): boolean => {
    const drawn = element.getContext('2d');
    if (!drawn || element.width === 0 || element.height === 0) return false;
    const { data } = drawn.getImageData(0, 0, element.width, element.height);
    for (let at = 0; at < data.length; at += 4) {
      const [r = 0, g = 0, b = 0, a = 0] = data.subarray(at, at + 4);
      if (a > 200 && Math.max(r, g, b) - Math.min(r, g, b) > 2 * GREY) return true;
    }
    return false;
  };
  const name = (element: Element) => {
    const words = element.closest('button, li, td, p, div')?.textContent?.trim().slice(0, 30);
    return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} “${words}”`;
  };
  const shown = [...document.querySelectorAll('body *')].filter(
    (element) => element.getClientRects().length > 0 && element.closest('.unknown-tag, .citation-unverified') === null,
  );
  return shown.flatMap((element) => {
    const hue = coloursOf(element).find(isHue);
    if (hue !== undefined) return [`${hue} on ${name(element)}`];
    return element instanceof HTMLCanvasElement && paintedHue(element) ? [`painted on ${name(element)}`] : [];
  });
}

/** Marks with neither a word beside them nor a name of their own: without colour nobody could say what they mean. */
export function marksWithoutWords(): string[] {
  const beside = (mark: Element): string => {
    const near = mark.parentElement;
    const wide = near?.closest('button, li, td, tr, p, header, section');
    return `${near?.textContent ?? ''}${wide?.textContent ?? ''}`.trim();
  };
  return [...document.querySelectorAll('svg.mark')]
    .filter((mark) => mark.getClientRects().length > 0 && !mark.hasAttribute('aria-label') && beside(mark) === '')
    .map((mark) => `a bare mark ${mark.getAttribute('data-kind')}`);
}
