// The fields of an object's metadata that a downward API reference may name.
// Source: "Downward API" in the Kubernetes documentation.
import { compareText, goQuote } from '../machinery/go-text.ts';
import type { ObjectMeta } from './meta.ts';

/** The value of a path such as metadata.name; maps are a line each, `key="value"`. Undefined for any other path. */
export function metadataField(metadata: ObjectMeta, fieldPath: string): string | undefined {
  switch (fieldPath) {
    case 'metadata.name':
      return metadata.name;
    case 'metadata.namespace':
      return metadata.namespace ?? '';
    case 'metadata.uid':
      return metadata.uid ?? '';
    case 'metadata.labels':
      return linesOf(metadata.labels);
    case 'metadata.annotations':
      return linesOf(metadata.annotations);
    default:
      return undefined;
  }
}

function linesOf(map: Readonly<Record<string, string>> = {}): string {
  const keys = Object.keys(map).sort(compareText);
  return keys.map((key) => `${key}=${goQuote(map[key] ?? '')}`).join('\n');
}
