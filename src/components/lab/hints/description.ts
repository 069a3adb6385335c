/** What is known of the field at a place in a manifest. */

import { innerType, typeWord } from '../../../kubectl/explain/type-word.ts';
import type { FieldTexts } from '../../../kubectl/field-texts/field-texts.ts';
import { typeName } from '../../../kubectl/field-texts/field-texts.ts';
import type { Field, FieldType } from '../../../sim/index.ts';
import { fieldOf, kinds, reasonWithoutEffect, unsupportedFields } from '../../../sim/index.ts';
import { spotAt } from './spot.ts';
import type { TypedSpot } from './typed-spot.ts';
import { typedSpot } from './typed-spot.ts';

export interface Description {
  /** The word that it is about: offsets into the text. */
  readonly from: number;
  readonly to: number;
  /** `spec.template.spec.containers.image`, or a kind. */
  readonly path: string;
  readonly type?: string;
  readonly isRequired?: boolean;
  readonly default?: string;
  readonly values?: readonly string[];
  readonly text?: string;
  /** Whether this cluster does something other than a real one: it refuses the field, or does nothing about it. */
  readonly here?: 'refused' | 'withoutEffect';
}

/** Undefined where no field is known at the place. */
export function descriptionAt(text: string, offset: number, texts: FieldTexts): Description | undefined {
  const spot = spotAt(text, offset);
  if (spot === undefined || spot.word === '') return undefined;
  const typed = typedSpot(spot);
  const place = { from: spot.from, to: spot.to };
  if (spot.is === 'value' && typed.path.join('.') === 'kind') {
    const kind = kinds.find(({ kind }) => kind === spot.word);
    const known = kind && texts.of(kind.kind);
    return kind && { ...place, path: kind.kind, ...(known === undefined ? {} : { text: known }) };
  }
  if (spot.is === 'value' || !spot.hasColon) return ofValue(typed, texts, place);
  const { type } = typed;
  const path = [...typed.path, spot.word];
  // What is forgotten most is the dash of a list: the field is meant all the same.
  const around = type && innerType(type.form === 'list' ? type.item : type);
  if (type?.form === 'map') return ofMapKey(typed, path, texts, place);
  if (around?.form !== 'object') return undefined;
  const field = fieldOf(around.schema, spot.word);
  return field && describe(typeName(around.schema), field, path, texts, place);
}

type Range = Pick<Description, 'from' | 'to'>;

function ofValue(typed: TypedSpot, texts: FieldTexts, place: Range): Description | undefined {
  const { field, owner, type, path } = typed;
  if (field === undefined || owner === undefined || type === undefined) return undefined;
  const isPlain = type.form !== 'object' && type.form !== 'list' && type.form !== 'map';
  if (!isPlain || field.name !== path.at(-1)) return undefined;
  return describe(typeName(owner), field, path, texts, place);
}

/** Of the keys of a map only those of quantities mean something. */
function ofMapKey(
  { type, field }: TypedSpot,
  path: readonly string[],
  texts: FieldTexts,
  place: Range,
): Description | undefined {
  if (type?.form !== 'map' || type.item.form !== 'quantity' || field === undefined) return undefined;
  const text = texts.of('Quantity');
  return { ...place, path: path.join('.'), type: 'Quantity', ...(text === undefined ? {} : { text }) };
}

function describe(
  owner: string,
  field: Field,
  path: readonly string[],
  texts: FieldTexts,
  place: Range,
): Description {
  const text = texts.of(owner, field.name);
  const byDefault = plainDefault(field);
  const values = field.enum?.filter((value) => value !== '');
  const here = unsupportedFields.has(`${owner}.${field.name}`)
    ? 'refused'
    : reasonWithoutEffect(owner, field.name) === undefined
      ? undefined
      : 'withoutEffect';
  return {
    ...place,
    path: path.join('.'),
    type: typeWord(owner, field),
    isRequired: field.isRequired,
    ...(byDefault === undefined ? {} : { default: byDefault }),
    ...(values === undefined ? {} : { values }),
    ...(text === undefined ? {} : { text }),
    ...(here === undefined ? {} : { here }),
  };
}

/** A default that says something: not that of a field that has to be there, nor an empty one. */
function plainDefault({ isRequired, default: value, type }: Field): string | undefined {
  const isScalar: boolean = !(['object', 'list', 'map'] as FieldType['form'][]).includes(type.form);
  if (isRequired || !isScalar || value === undefined || value === '') return undefined;
  return String(value);
}
