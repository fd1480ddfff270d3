import i18next, { type TFunction } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { type Fault, sayFault } from '../../vocabulary/fault.ts';
import type { Language, Words } from '../../vocabulary/words.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof zh };
  }
}

/** Starts the two languages; a missing key is a bug that the words test finds. Slots are written `{name}`. */
export function startWords(language: Language): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    defaultNS: 'words',
    ns: ['words'],
    resources: { zh: { words: zh }, en: { words: en } },
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    initAsync: false,
  });
}

export const changeLanguage = (language: Language): void => void i18next.changeLanguage(language);

export interface SpokenWords {
  readonly t: TFunction<'words'>;
  readonly language: Language;
  /** The sentence of a fault in the language of the screen. */
  readonly say: (fault: Fault) => string;
  /** The half of a two-language text that this screen speaks. */
  readonly pick: (words: Words) => string;
}

/** The words of the screen: `t('today.empty')` with checked keys. */
export function useWords(): SpokenWords {
  const { t, i18n } = useTranslation('words');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return { t, language, say: (fault) => sayFault(fault)[language], pick: (words) => words[language] };
}
