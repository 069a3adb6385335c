// kubectl explain: which fields a kind has and what they mean. The fields are the server's; the descriptions are ours.
//
// Departs: descriptions are our own short texts, and fields that no text is written for have none.
import type { FieldType } from '../../sim/index.ts';
import { fieldOf } from '../../sim/index.ts';
import type { Command } from '../command.ts';
import { CommandError, usageError } from '../command.ts';
import type { Topic } from '../explain/layout.ts';
import { body, heading } from '../explain/layout.ts';
import type { Question } from '../explain/question.ts';
import { readQuestion } from '../explain/question.ts';
import { innerType } from '../explain/type-word.ts';
import type { FieldTexts } from '../field-texts/field-texts.ts';
import { typeName } from '../field-texts/field-texts.ts';

const FORMAT = 'plaintext';

export const explain: Command = {
  words: ['explain'],
  summary: 'Get documentation for a resource',
  usage: 'kubectl explain TYPE [--recursive=FALSE|TRUE] [--api-version=api-version-group] [options]',
  flags: [
    { name: 'api-version', type: 'string', help: 'The kind of this group and version' },
    { name: 'output', short: 'o', type: 'string', default: FORMAT, help: 'The layout: plaintext' },
    { name: 'recursive', type: 'bool', help: 'The names of all fields below, without their descriptions' },
  ],
  run({ args, flags, out, fieldTexts = NO_TEXTS }) {
    const [argument, ...more] = args;
    if (argument === undefined) throw usageError(NO_TYPE);
    if (more.length > 0) throw usageError('We accept only this format: explain RESOURCE');
    const question = readQuestion(argument, flags.text('api-version'));
    const format = flags.text('output') ?? FORMAT;
    if (format === 'plaintext-openapiv2') {
      throw usageError(`petset does not simulate --output=${format} yet; leave it out`);
    }
    if (format !== FORMAT) throw usageError(`unrecognized format: ${format}`);
    out(heading(question.kind));
    out(body(topicOf(question), fieldTexts, flags.bool('recursive')));
    return 0;
  },
};

const NO_TEXTS: FieldTexts = { of: () => undefined, keys: () => [] };

const NO_TYPE =
  'You must specify the type of resource to explain. Use "kubectl api-resources" for a complete list of supported resources.';

/** Lists and maps are stepped into without a word. */
function topicOf({ kind, path }: Question): Topic {
  let topic: Topic = { type: { form: 'object', schema: kind.schema } };
  for (const name of path) {
    const type: FieldType = innerType(topic.type);
    const field = type.form === 'object' ? fieldOf(type.schema, name) : undefined;
    if (type.form !== 'object' || field === undefined) {
      throw new CommandError(`error: field ${JSON.stringify(path.at(-1))} does not exist`);
    }
    topic = { type: field.type, field, owner: typeName(type.schema) };
  }
  return topic;
}
