import type { Words } from '../../vocabulary/words.ts';

/** What the instruments of the profiles are called in Chinese; makers and models keep their own names. */
const chinese: Readonly<Record<string, string>> = {
  'fgd10a-m': 'Status Scientific FGD10A-M 探测头',
  sen07xx: 'DFRobot SEN0738–0741（SMX100）',
  'rki-digester-ch1': 'RKI Digester 沼气监测仪，第1路',
  'jxbs-3001-co': 'JXBS-3001-CO 一氧化碳变送器',
  'oi-7032-ch6': 'Otis OI-7032 无线监测仪，第6路',
};

/** Title of an instrument described by data; what the profile takes for granted is named, so that choosing confirms it. */
export const profileTitle = (id: string, name: string, granted: string): Words => ({
  zh: `${chinese[id] ?? name}${granted === '' ? '（Modbus 配置）' : `（Modbus 配置，${granted}）`}`,
  en: granted === '' ? `${name} (Modbus profile)` : `${name} (Modbus profile, ${granted})`,
});
