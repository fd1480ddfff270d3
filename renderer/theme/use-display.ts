import { useEffect, useSyncExternalStore } from 'react';
import { type DisplaySettings, displayStore } from './display.ts';
import { densityFor, type Layout, layoutFor } from './layout.ts';
import { cssVariables, type DensityName } from './tokens.ts';

export const useDisplaySettings = (): DisplaySettings => useSyncExternalStore(displayStore.listen, displayStore.get);

let lastWidth = 0;
let lastLayout: Layout = layoutFor(1280);
const windowLayout = (): Layout => {
  // outerWidth shrinks with the browser's own zoom only through innerWidth, which is what must decide
  const width = window.innerWidth;
  if (width !== lastWidth) {
    lastWidth = width;
    lastLayout = layoutFor(width);
  }
  return lastLayout;
};
const listenResize = (ear: () => void) => {
  window.addEventListener('resize', ear);
  return () => window.removeEventListener('resize', ear);
};

export const useLayout = (): Layout => useSyncExternalStore(listenResize, windowLayout);

export function useDensity(): DensityName {
  const { density } = useDisplaySettings();
  const { layout } = useLayout();
  return densityFor(density, layout, window.matchMedia('(pointer: coarse)').matches);
}

/** Writes theme, density, zoom and brightness on the document, where the CSS reads them. */
export function useDocumentDisplay(): void {
  const { theme, brightness, language } = useDisplaySettings();
  const { layout, zoom } = useLayout();
  const density = useDensity();
  useEffect(() => {
    const root = document.documentElement;
    for (const [name, value] of Object.entries(cssVariables(theme, density))) root.style.setProperty(name, value);
    root.style.setProperty('--zoom', String(zoom));
    root.style.setProperty('--dim', String(1 - brightness / 100));
    root.dataset.theme = theme;
    root.dataset.density = density;
    root.dataset.layout = layout;
    root.lang = language === 'zh' ? 'zh-CN' : 'en';
    root.style.colorScheme = theme === 'day' ? 'light' : 'dark';
  }, [theme, density, zoom, brightness, layout, language]);
}
