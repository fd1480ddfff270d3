import type { Words } from '../../vocabulary/words.ts';

/** Title of an instrument described by data; what the profile takes for granted is named, so that choosing confirms it. */
export const profileTitle = (name: string, granted: string): Words => ({
  zh: granted === '' ? `${name}（Modbus 配置）` : `${name}（Modbus 配置，${granted}）`,
  en: granted === '' ? `${name} (Modbus profile)` : `${name} (Modbus profile, ${granted})`,
});
