/** What the editor shows of fields, asked of the worker. */
import type { Connection } from '../connection.ts';
import type { FieldHints } from '../field-hints.ts';
import type { Words } from '../words.ts';

export function hintsFrom(connection: () => Promise<Connection>, words: Words): FieldHints {
  return {
    words: {
      completions: words.fieldSuggestions,
      required: words.fieldRequired,
      default: words.fieldDefault,
      values: words.fieldValues,
      refused: words.fieldRefused,
      withoutEffect: words.fieldWithoutEffect,
    },
    completions: async (text, offset) => {
      const reply = await (await connection()).hint({ wants: 'completions', text, offset });
      return reply?.completions;
    },
    description: async (text, offset) => {
      const reply = await (await connection()).hint({ wants: 'description', text, offset });
      return reply?.description;
    },
  };
}
