import process from 'node:process';

// The npm package carries Chromium and the few libraries it needs beside the C library, but unpacks those and puts them on the
// library path only where it believes to run on its own cloud. A bare machine needs them as well, so it is told so.
const CLOUD_MARK = 'AWS_LAMBDA_JS_RUNTIME';

/** Where the Chromium of the npm package was unpacked; it needs nothing installed by hand. */
export async function chromiumPath(): Promise<string> {
  const before = process.env[CLOUD_MARK];
  process.env[CLOUD_MARK] = 'nodejs24.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env[CLOUD_MARK];
    else process.env[CLOUD_MARK] = before;
  }
}

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
