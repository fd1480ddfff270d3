import { lazy } from 'react';

/**
 * The chart library formats numbers by the browser's language when it is loaded, and a language that is no proper tag
 * (`en-US@posix`, as a Linux without a locale gives) would take the whole page down with it.
 */
function mendLanguage(): void {
  try {
    new Intl.NumberFormat(navigator.language);
  } catch {
    Object.defineProperty(navigator, 'language', { value: 'zh-CN', configurable: true });
  }
}

/** The chart, loaded when the first one is drawn. */
export const LazyChart = lazy(async () => {
  mendLanguage();
  const { LiveChart } = await import('./live-chart.tsx');
  return { default: LiveChart };
});
