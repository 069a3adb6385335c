// A word of a command that names no kind of resource.
import { kinds } from '../api/index.ts';
import type { Advice } from './advice.ts';
import { nearest } from './nearest.ts';

/** What somebody meant who asked for `deploymnets`; undefined where no word is like it. */
export function resourceAdvice(word: string): Advice | undefined {
  const [name = '', ...group] = word.split('.');
  const known = kinds.flatMap(({ plural, singular, shortNames = [] }) => [plural, singular, ...shortNames]);
  const meant = nearest(name, known);
  return meant === undefined ? undefined : { is: 'did-you-mean', word: [meant, ...group].join('.') };
}
