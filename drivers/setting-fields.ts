import type { SettingField } from './driver.ts';
import { lelStandardNames } from './requests/allowed-request.ts';
import { settingWords } from './setting.words.ts';

/** Fields that several drivers share, for forms and `drivers`. What may not be guessed has no default. */
export const choiceField = (key: 'gas' | 'unit', choices: readonly string[]): SettingField => ({
  key,
  title: settingWords[key],
  kind: 'choice',
  choices,
  default: null,
});

export const baudField = (choices: readonly string[], usual: number): SettingField => ({
  key: 'baud',
  title: settingWords.baud,
  kind: 'choice',
  choices,
  default: usual,
});

export const scaleField: SettingField = {
  key: 'scale',
  title: settingWords.scale,
  kind: 'number',
  choices: [],
  default: null,
};

export const fullScaleField: SettingField = {
  key: 'full_scale',
  title: settingWords.fullScale,
  kind: 'number',
  choices: [],
  default: null,
};

export const warmupField = (usualMs: number): SettingField => ({
  key: 'warmupMs',
  title: settingWords.warmupMs,
  kind: 'integer',
  choices: [],
  default: usualMs,
});

/** The same field where some models of the family do without it: empty gives no number where it is needed. */
export const mayStayEmpty = (field: SettingField): SettingField => ({ ...field, default: '' });

export const slaveField: SettingField = {
  key: 'slave',
  title: settingWords.slave,
  kind: 'integer',
  choices: [],
  default: 1,
};

/** What 100 %LEL is, where the wire says %LEL and no more; left open it is shown and neither converted nor judged. */
export const lelBasisField: SettingField = {
  key: 'lel_basis',
  title: settingWords.lelBasis,
  kind: 'choice',
  choices: lelStandardNames,
  default: null,
};
