import path from 'node:path';

/** The desktop's own origin: the built renderer and nothing else lives there. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://jingxun';
export const START_URL = `${APP_ORIGIN}/index.html`;

/** Nothing from outside, nothing inline but styles (antd writes them), pictures and voice of our own making. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "frame-src 'self' blob: data:",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ');

export const isOwnUrl = (url: string): boolean => {
  const parsed = URL.parse(url);
  return parsed !== null && parsed.protocol === `${APP_SCHEME}:` && parsed.host === 'jingxun';
};

/** The file of the built renderer that a URL names, or null where it names none of ours. */
export function fileOfUrl(url: string, rendererFolder: string): string | null {
  if (!isOwnUrl(url)) return null;
  const named = decodeURIComponent(new URL(url).pathname).replace(/^\/+/, '');
  const file = path.resolve(rendererFolder, named === '' ? 'index.html' : named);
  return file.startsWith(path.resolve(rendererFolder) + path.sep) ? file : null;
}
