// Secret: configuration that should not be read over a shoulder.
import { textToBase64 } from '../machinery/base64.ts';
import { ageColumn, nameColumn } from './columns.ts';
import type { Kind } from './kind.ts';
import type { KubeObject } from './meta.ts';
import { validateSecret, validateSecretUpdate } from './secret-validation.ts';

export interface Secret extends KubeObject {
  /** Kubernetes looks at the contents of its own types: see secret-validation.ts. */
  type?: string;
  /** In base64. */
  data?: Record<string, string>;
  /** In plain text; the API server moves it to `data` and never shows it again. */
  stringData?: Record<string, string>;
  immutable?: boolean;
}

export const SecretKind: Kind<Secret> = {
  group: '',
  version: 'v1',
  kind: 'Secret',
  plural: 'secrets',
  singular: 'secret',
  namespaced: true,
  schema: 'io.k8s.api.core.v1.Secret',
  defaults(draft) {
    draft.type ||= 'Opaque';
    moveStringData(draft);
  },
  validate: validateSecret,
  validateUpdate: validateSecretUpdate,
  checksChangeFirst: true,
  columns: [
    nameColumn,
    { name: 'TYPE', cell: ({ type = '' }) => type },
    { name: 'DATA', cell: ({ data = {} }) => String(Object.keys(data).length) },
    ageColumn,
  ],
};

/** What stands in both is taken from `stringData`. */
function moveStringData(draft: Secret): void {
  if (draft.stringData === undefined) return;
  const moved = Object.entries(draft.stringData).map(([key, text]) => [key, textToBase64(text)] as const);
  delete draft.stringData;
  if (moved.length > 0) draft.data = { ...draft.data, ...Object.fromEntries(moved) };
}
