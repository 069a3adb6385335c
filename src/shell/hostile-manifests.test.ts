// Manifests that are as large, deep or strange as the reader lets through: each is taken or refused, and nothing more.
import { expect, test } from 'vitest';
import { createSession } from './session.ts';

const many = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('');
const pod = (rest: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n${rest}`;
const one = '  containers:\n  - name: a\n    image: nginx\n';

test.each<[what: string, manifest: string, says: RegExp]>([
  [
    'containers of one name',
    pod(`  containers:\n${many(10_000, () => '  - {name: c, image: nginx}\n')}`),
    /Duplicate value/,
  ],
  [
    'ports of one number',
    pod(`${one}    ports:\n${many(10_000, (i) => `    - {containerPort: 80, name: p${i}}\n`)}`),
    /pod\/web created/,
  ],
  [
    'unknown fields',
    pod(`${one}${many(20_000, (i) => `    u${i}: x\n`)}`),
    /strict decoding error: unknown field/,
  ],
  [
    'tolerations',
    pod(`${one}  tolerations:\n${many(10_000, (i) => `  - {key: k${i}, operator: Exists}\n`)}`),
    /pod\/web created/,
  ],
  [
    'labels',
    `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  labels:\n${many(30_000, (i) => `    l${i}: x\n`)}`,
    /configmap\/a created/,
  ],
  [
    'variables that double',
    pod(`${one}    env:\n${many(3000, (i) => `    - {name: A${i}, value: "$(A${i - 1})$(A${i - 1})x"}\n`)}`),
    /pod\/web created/,
  ],
  [
    'a quantity of a million digits',
    pod(`${one}    resources: {requests: {cpu: "${'9'.repeat(900_000)}"}}\n`),
    /quantities must match/,
  ],
  [
    'a name as long as the file',
    `apiVersion: v1\nkind: Pod\nmetadata: {name: ${'a'.repeat(900_000)}}\n`,
    /is invalid/,
  ],
  [
    'a list of thousands',
    `apiVersion: v1\nkind: List\nitems:\n${many(5000, (i) => `- {apiVersion: v1, kind: ConfigMap, metadata: {name: a${i}}}\n`)}`,
    /configmap\/a4999 created/,
  ],
  [
    'names that objects inherit',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {__proto__: a, constructor: b, toString: c}\n',
    /configmap\/a created/,
  ],
  [
    'a kind that objects inherit',
    'apiVersion: __proto__\nkind: constructor\nmetadata: {name: a}\n',
    /no matches for kind "constructor" in version "__proto__"/,
  ],
])('%s', (_, manifest, says) => {
  const session = createSession({ seed: 1, files: new Map([['m.yaml', manifest]]), freeze: true });
  const execution = session.perform({ do: 'run', line: 'kubectl create -f m.yaml' });
  session.terminal.finish();
  session.perform({ do: 'run', line: 'sleep 2' });
  session.terminal.finish();
  const output = execution?.output.map(({ text }) => text).join('') ?? '';
  expect(output).toMatch(says);
  expect(output.length).toBeLessThan(1_100_000);
});
