/** The languages the course is written in. The first is the one a missing translation falls back to. */
export const LOCALES = ['en', 'ko'] as const;

export type Locale = (typeof LOCALES)[number];

export const FALLBACK_LOCALE: Locale = 'en';

/** Each language's own name for itself. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { en: 'English', ko: '한국어' };

export function isLocale(value: string | undefined): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** The language to offer somebody who prefers these (BCP 47 tags, best first), e.g. ['ko-KR', 'en']. */
export function preferredLocale(languages: readonly string[]): Locale {
  const found = languages.map((tag) => tag.toLowerCase().split('-')[0]).find(isLocale);
  return found ?? FALLBACK_LOCALE;
}
