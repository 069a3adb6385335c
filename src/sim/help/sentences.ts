// Advice in words.
import type { Advice } from './advice.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';

/** The sentences of one language. */
export type Sentences = {
  readonly [Is in Advice['is']]: (advice: Extract<Advice, { readonly is: Is }>) => string;
};

const LANGUAGES = { en, ko } as const;

/** The languages that advice is given in. */
export type HelpLanguage = keyof typeof LANGUAGES;

/** Names of the learner's own may be long. */
const TEXT_MAX = 400;

/** One plain sentence. */
export function adviceText(advice: Advice, language: HelpLanguage): string {
  const say = LANGUAGES[language][advice.is] as (advice: Advice) => string;
  const text = say(advice);
  // The images that there are make a long list, and the learner's word in it is short.
  const max = advice.is === 'no-such-image' ? text.length : TEXT_MAX;
  return text.length > max ? `${text.slice(0, max)}…` : text;
}
