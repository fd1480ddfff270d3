import chromium from '@sparticuz/chromium';

/** Where the Chromium of the npm package was unpacked; it needs nothing installed by hand. */
export const chromiumPath = (): Promise<string> => chromium.executablePath();

/** Flags for a machine without a sandbox, a GPU or a network. */
export const chromiumArguments: readonly string[] = [
  '--no-sandbox',
  '--headless=new',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];
