import { readStatic, type StaticFile } from '../serve/static-file.ts';

/** The desktop's own origin: the built renderer and nothing else lives there. */
export const APP_SCHEME = 'app';
export const START_URL = `${APP_SCHEME}://jingxun/index.html`;

export const isOwnUrl = (url: string): boolean => {
  const parsed = URL.parse(url);
  return parsed !== null && parsed.protocol === `${APP_SCHEME}:` && parsed.host === 'jingxun';
};

/** The file of the built renderer that a URL names, or null where it names none of ours. */
export async function fileOfUrl(url: string, rendererFolder: string): Promise<StaticFile | null> {
  return isOwnUrl(url) ? readStatic(rendererFolder, new URL(url).pathname) : null;
}
