/**
 * Chromium started with a POSIX locale calls itself `en-US@posix`, which `Intl` refuses; the chart library asks `Intl` while it
 * loads and would take every screen down with it. This runs before anything else and names a language that is one.
 */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

if (!isLanguage(navigator.language)) {
  Object.defineProperty(navigator, 'language', { value: navigator.language.split(/[@.]/)[0], configurable: true });
}

export {};
