// How explain lays out what it knows of a type: a heading, a description, and its fields a paragraph each.
// Source: the `plaintext` format of kubectl explain.
import type { Field, FieldType, Kind } from '../../sim/index.ts';
import { schemaOf } from '../../sim/index.ts';
import type { FieldTexts } from '../field-texts/field-texts.ts';
import { typeName } from '../field-texts/field-texts.ts';
import { innerType, typeWord } from './type-word.ts';
import { wrap } from './wrap.ts';

const DESCRIPTION_WIDTH = 76;
const FIELD_WIDTH = 78;
/** How many values of an enum a list of fields shows. */
const VALUES_MAX = 4;

/** `GROUP:`, `KIND:` and `VERSION:`, with the empty line after them. */
export function heading({ group, kind, version }: Kind): string {
  const lines = [...(group ? [`GROUP:      ${group}`] : []), `KIND:       ${kind}`, `VERSION:    ${version}`];
  return `${lines.join('\n')}\n\n`;
}

/** What explain is about: a kind, or one field somewhere in it. */
export interface Topic {
  readonly type: FieldType;
  readonly field?: Field;
  /** The name of the type that has the field. */
  readonly owner?: string;
}

/** Everything after the heading. */
export function body(topic: Topic, texts: FieldTexts, isRecursive: boolean): string {
  return `${fieldHeading(topic)}DESCRIPTION:\n${description(topic, texts)}${fields(topic, texts, isRecursive)}\n`;
}

function fieldHeading({ field, owner = '' }: Topic): string {
  if (field === undefined) return '';
  const values = plainEnum(field).map((value) => `\n    ${value}`);
  const list = values.length > 0 ? `ENUM:${values.join('')}` : '';
  return `FIELD: ${field.name} <${typeWord(owner, field)}>\n${list}\n\n`;
}

function description({ type, field, owner = '' }: Topic, texts: FieldTexts): string {
  const inner = innerType(type);
  const name =
    inner.form === 'object' ? typeName(inner.schema) : (field && typeWord(owner, field, inner)) || '';
  const found = [field && texts.of(owner, field.name), texts.of(name)].filter((text) => text !== undefined);
  if (found.length === 0) return `${indent('<empty>', 4)}\n`;
  return `${indent(`${found.map((text) => wrap(text, DESCRIPTION_WIDTH)).join('\n')}\n`, 4)}\n`;
}

function fields({ type }: Topic, texts: FieldTexts, isRecursive: boolean): string {
  const inner = innerType(type);
  if (inner.form !== 'object') return '';
  const list = isRecursive ? fieldTree(inner.schema, 1) : fieldList(inner.schema, texts);
  return list === '' ? '' : `FIELDS:\n${list}`;
}

function fieldList(schema: string, texts: FieldTexts): string {
  const owner = typeName(schema);
  return fieldsOf(schema)
    .map((field) => {
      const text = texts.of(owner, field.name) ?? '<no description>';
      return `${fieldLine(owner, field, 1)}${indent(wrap(text, FIELD_WIDTH - 2), 4)}\n\n`;
    })
    .join('');
}

function fieldTree(schema: string, level: number): string {
  return fieldsOf(schema)
    .map((field) => {
      const inner = innerType(field.type);
      const below = inner.form === 'object' ? fieldTree(inner.schema, level + 1) : '';
      return fieldLine(typeName(schema), field, level) + below;
    })
    .join('');
}

function fieldLine(owner: string, field: Field, level: number): string {
  const space = ' '.repeat(level * 2);
  const mark = field.isRequired ? ' -required-' : '';
  const values = plainEnum(field);
  const shown = values.slice(0, VALUES_MAX).join(', ') + (values.length > VALUES_MAX ? ', ....' : '');
  const list = values.length > 0 ? `${space}enum: ${shown}\n` : '';
  return `${space}${field.name}\t<${typeWord(owner, field)}>${mark}\n${list}`;
}

function fieldsOf(schema: string): readonly Field[] {
  return [...(schemaOf(schema)?.fields.values() ?? [])];
}

/** Only values of the field itself: kubectl does not look into the items of a list. */
function plainEnum({ type, enum: values = [] }: Field): readonly string[] {
  return type.form === 'string' ? values.map((value) => value || '""') : [];
}

/** Every line indented, an empty one too. */
function indent(text: string, by: number): string {
  const space = ' '.repeat(by);
  return space + text.replaceAll('\n', `\n${space}`);
}
