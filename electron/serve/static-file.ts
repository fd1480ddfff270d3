import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.webmanifest': 'application/manifest+json',
};

export interface StaticFile {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** The file behind a URL path inside `root`; null for anything outside, absent or of a type that is not served. */
export async function readStatic(root: string, urlPath: string): Promise<StaticFile | null> {
  const name = decodePath(urlPath);
  if (name === null || name.includes('\0') || name.includes('\\')) return null;
  const type = TYPES[path.extname(name === '/' ? 'index.html' : name).toLowerCase()];
  if (!type) return null;
  try {
    const base = await realpath(root);
    const file = await realpath(path.join(base, name === '/' ? 'index.html' : name));
    if (!file.startsWith(base + path.sep)) return null;
    return { bytes: await readFile(file), type };
  } catch {
    return null; // absent, a folder, or not readable: to the asker it is not there
  }
}

function decodePath(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return null;
  }
}
