// What holds of any manifest that the API server takes, and of any that it does not.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KubeObject } from '../sim/index.ts';
import { toYaml } from '../sim/index.ts';
import type { Manifest } from '../sim/testing/arbitrary-manifest.ts';
import { arbitraryManifest } from '../sim/testing/arbitrary-manifest.ts';
import type { Session } from './session.ts';
import { createSession } from './session.ts';

// The same cases on every machine; another seed looks at others.
fc.configureGlobal({ seed: 1 });

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

interface Result {
  readonly output: string;
  readonly exitCode: number | undefined;
}

function run(session: Session, line: string): Result {
  const execution = session.perform({ do: 'run', line });
  session.terminal.finish();
  const output = execution?.output.map(({ text }) => text).join('') ?? '';
  return { output, exitCode: execution?.exitCode() };
}

/** A manifest that names the object's version or uid holds for that one only: it cannot be applied twice. */
function sessionWith({ json }: Manifest): Session {
  const metadata = json.metadata as Record<string, unknown> | undefined;
  for (const field of ['resourceVersion', 'uid']) delete metadata?.[field];
  return createSession({
    seed: 1,
    files: new Map([['manifest.yaml', toYaml(withoutNulls(json))]]),
    freeze: true,
  });
}

/** A null asks for a field to be taken away, each time, whatever the server has filled in there. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutNulls);
  const kept = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutNulls(member)]));
}

/** `words` as kubectl prints them: `statefulset.apps/web`. */
function objectOf({ cluster }: Session, { kind }: Manifest, words: string): KubeObject {
  const answer = cluster.api.get(kind, kind.namespaced ? 'default' : '', words.split('/')[1] ?? '');
  if (!answer.ok) throw new Error(`${words}: ${answer.status.message}`);
  return answer.object;
}

/** What a person means by an object: all but what the cluster goes on writing and what apply remembers. */
function meaning({ metadata, status: _, ...rest }: KubeObject & { status?: unknown }): unknown {
  const { resourceVersion: __, generation: ___, annotations = {}, ...kept } = metadata;
  const own = Object.entries(annotations).filter(([key]) => key !== LAST_APPLIED);
  return { ...rest, metadata: { ...kept, annotations: Object.fromEntries(own) } };
}

test('apply takes it or says why; applied again, or read back and applied, it is unchanged', () => {
  let applied = 0;
  fc.assert(
    fc.property(arbitraryManifest(), (manifest) => {
      const session = sessionWith(manifest);
      const first = run(session, 'kubectl apply -f manifest.yaml');
      expect(first.output).not.toMatch(/\[object Object\]|undefined|TypeError|internal error/);
      if (first.exitCode !== 0) {
        expect(first.output).not.toBe('');
        return;
      }
      run(session, 'sleep 5');
      const words = /^(\S+) (?:created|configured)/m.exec(first.output)?.[1] ?? '';
      const before = objectOf(session, manifest, words);
      // Where the server fills in a list's items, kubectl says `configured` each time; nothing is.
      const again = run(session, 'kubectl apply -f manifest.yaml');
      // kubectl tells the items of a list apart by a key that the API does not ask for.
      if (/does not contain declared merge key/.test(again.output)) return;
      expect(again).toMatchObject({ exitCode: 0 });
      expect(meaning(objectOf(session, manifest, words))).toEqual(meaning(before));
      expect(run(session, `kubectl get ${words} -o yaml > read.yaml`)).toMatchObject({ exitCode: 0 });
      expect(run(session, 'kubectl apply -f read.yaml')).toMatchObject({ exitCode: 0 });
      expect(meaning(objectOf(session, manifest, words))).toEqual(meaning(before));
      applied += 1;
    }),
    { numRuns: 300 },
  );
  expect(applied).toBeGreaterThan(30);
});
