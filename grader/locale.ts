// The languages that exercises and reports are written in.

export const LOCALES = ['en', 'ko'] as const;
export type Locale = (typeof LOCALES)[number];
/** What stands in where a text is not translated. */
export const FALLBACK_LOCALE: Locale = 'en';

export function isLocale(word: string): word is Locale {
  return LOCALES.some((locale) => locale === word);
}
