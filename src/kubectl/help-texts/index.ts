// What the help of each command says, by its words.
import type { HelpText } from './help-text.ts';

export const helpTexts: ReadonlyMap<string, HelpText> = new Map();
