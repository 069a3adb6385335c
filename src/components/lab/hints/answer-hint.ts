/** Answers what the editor asks about a place. The texts come in the language of the page. */
import type { Locale } from '../../../course/locale.ts';
import type { FieldTexts } from '../../../kubectl/field-texts/field-texts.ts';
import { completionsAt } from './completions.ts';
import { descriptionAt } from './description.ts';
import type { HintReply, HintRequest } from './protocol.ts';

export async function answerHint(request: HintRequest, locale: Locale): Promise<HintReply> {
  const { id, wants, text, offset } = request;
  const texts = await textsIn(locale);
  if (wants === 'completions') {
    const completions = completionsAt(text, offset, texts);
    return { is: 'hint', id, ...(completions ? { completions } : {}) };
  }
  const description = descriptionAt(text, offset, texts);
  return { is: 'hint', id, ...(description ? { description } : {}) };
}

async function textsIn(locale: Locale): Promise<FieldTexts> {
  if (locale === 'en') return (await import('../../../kubectl/field-texts/en/index.ts')).englishTexts;
  return (await import('../../../kubectl/field-texts/ko/index.ts')).koreanTexts;
}
