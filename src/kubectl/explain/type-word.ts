// The word that explain puts for a type: `string`, `[]Container`, `map[string]Quantity`.
import type { Field, FieldType } from '../../sim/index.ts';
import { typeName } from '../field-texts/field-texts.ts';

const WORDS = {
  string: 'string',
  int32: 'integer',
  int64: 'integer',
  double: 'number',
  boolean: 'boolean',
  quantity: 'Quantity',
  intOrString: 'IntOrString',
  time: 'string',
  microTime: 'string',
  bytes: 'string',
  any: 'Object',
} as const;

/** Fields that hold JSON of any shape have types of their own names. */
const ANY_FIELDS: ReadonlyMap<string, string> = new Map([
  ['ControllerRevision.data', 'RawExtension'],
  ['ManagedFieldsEntry.fieldsV1', 'FieldsV1'],
]);

/** `owner` is the name of the type that has the field; `type` the part of the field's that is asked for. */
export function typeWord(owner: string, field: Field, type: FieldType = field.type): string {
  switch (type.form) {
    case 'list':
      return `[]${typeWord(owner, field, type.item)}`;
    case 'map':
      return `map[string]${typeWord(owner, field, type.item)}`;
    case 'object':
      return typeName(type.schema);
    case 'any':
      return ANY_FIELDS.get(`${owner}.${field.name}`) ?? WORDS.any;
    default:
      return WORDS[type.form];
  }
}

/** What lists and maps of it are made of. */
export function innerType(type: FieldType): FieldType {
  return type.form === 'list' || type.form === 'map' ? innerType(type.item) : type;
}
