// Manifests that are refused, and what is said beside: testdata/refused-manifests.txt holds one case after another, a title,
// the file, and a line for each place: `=> line:column "what is marked" -> "what to write instead": the advice`.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Mark } from '../sim/index.ts';
import { adviceText, marksOf } from '../sim/index.ts';
import { runScript } from './run-script.ts';
import { createSession } from './session.ts';

const golden = readFileSync(new URL('testdata/refused-manifests.txt', import.meta.url), 'utf8');
const cases = golden
  .split(/^### /m)
  .slice(1)
  .map((text) => {
    const [title = '', ...lines] = text.trimEnd().split('\n');
    const first = lines.findIndex((line) => line.startsWith('=> '));
    return [title, `${lines.slice(0, first).join('\n')}\n`, lines.slice(first)] as const;
  });

const create = 'kubectl create --dry-run=server --validate=strict -f web.yaml';

function marksFor(manifest: string): Mark[] {
  const marks: Mark[] = [];
  const listener = {
    read() {},
    misspelt() {},
    advised() {},
    denied() {},
    refused: (it: Parameters<typeof marksOf>[0]) => marks.push(...marksOf(it)),
  };
  const session = createSession({ seed: 1, files: new Map([['web.yaml', manifest]]), listener });
  session.perform({ do: 'run', line: create });
  session.terminal.finish();
  return marks;
}

function shown(manifest: string, { line, column, length, instead, advice, said }: Mark): string {
  const marked = manifest.split('\n')[line - 1]?.slice(column - 1, column - 1 + length);
  const remedy = instead === undefined ? '' : ` -> ${JSON.stringify(instead)}`;
  const text = advice ? adviceText(advice, 'en') : `(said) ${said.split('\n')[0]?.slice(0, 100)}`;
  return `=> ${line}:${column} ${JSON.stringify(marked)}${remedy}: ${text}`.trimEnd();
}

/** The manifest with the one word corrected. */
function corrected(manifest: string, { line, column, length, instead = '' }: Mark): string {
  const lines = manifest.split('\n');
  const before = lines[line - 1] ?? '';
  lines[line - 1] = before.slice(0, column - 1) + instead + before.slice(column - 1 + length);
  return lines.join('\n');
}

describe('H2, H3, H4: a refused manifest', () => {
  test('there are enough of them', () => {
    expect(cases.length).toBeGreaterThan(100);
  });

  test.each(cases)('%s', (_, manifest, expected) => {
    const marks = marksFor(manifest);
    expect(marks.map((mark) => shown(manifest, mark))).toEqual(expected);
    for (const mark of marks) {
      if (mark.instead === undefined) continue;
      const again = marksFor(corrected(manifest, mark));
      expect(again.map(({ said }) => said)).not.toContain(mark.said);
    }
  });
});

describe('--explain', () => {
  const script = 'kubectl apply -f web.yaml\nkubectl get nodes\n';
  const files = new Map([['web.yaml', 'apiVersion: v1\nkind: Pd\nmetadata: {name: web}\n']]);
  const plain = runScript(script, { seed: 1, files });

  test('H1: adds a key to the steps that it has something to say of, and changes nothing else', () => {
    const explained = runScript(script, { seed: 1, files, explain: 'en' });
    expect(plain.steps.some((step) => 'help' in step)).toBe(false);
    expect(explained.steps[0]?.help).toEqual([
      { message: 'Did you mean Pod?', file: 'web.yaml', line: 2, column: 7 },
    ]);
    expect(explained.steps[1]).not.toHaveProperty('help');
    const without = explained.steps.map(({ help: _, ...step }) => step);
    expect({ ...explained, steps: without }).toEqual(plain);
  });

  test('speaks Korean', () => {
    const { steps } = runScript(script, { seed: 1, files, explain: 'ko' });
    expect(steps[0]?.help?.[0]?.message).toBe('혹시 Pod 아닌가요?');
  });

  test('what comes from standard input has a place as well', () => {
    const here =
      "kubectl apply -f - <<'EOF'\napiVersion: v1\nkind: Pod\nmetadata: {name: web, lables: {a: b}}\nEOF\n";
    const [step] = runScript(here, { seed: 1, explain: 'en' }).steps;
    expect(step?.help?.[0]).toMatchObject({ file: 'STDIN', line: 3, column: 23 });
  });

  test.each([
    ['kubectl get statefullsets', 'Did you mean statefulsets?', 13],
    ['kubectl delete deploymnet web', 'Did you mean deployment?', 16],
    ['kubectl get statefullsets.apps', 'Did you mean statefulsets.apps?', 13],
  ])('%s', (line, message, column) => {
    expect(runScript(line, { seed: 1, explain: 'en' }).steps[0]?.help).toEqual([
      { message, file: '', line: 1, column },
    ]);
  });

  test('of a word that is like no other there is nothing to say', () => {
    expect(runScript('kubectl get xyzzy', { seed: 1, explain: 'en' }).steps[0]).not.toHaveProperty('help');
  });

  test.each([
    ['ngnix', /^No image is called ngnix: did you mean nginx\? The images to choose from: alpine:.*, nginx:/],
    ['nginx:nosuchtag', /^There is no nginx:nosuchtag: did you mean nginx:1\.28\?$/],
    ['my-own/app', /^No image is called my-own\/app\. The images to choose from: /],
  ])(
    'of a pod that waits for the image %s, when it is described: which images there are, or which tag',
    (image, message) => {
      const script = `kubectl run web --image=${image}\nsleep 3\nkubectl get pods\nkubectl describe pod web\n`;
      const helps = runScript(script, { seed: 1, explain: 'en' }).steps.map(({ help }) => help);
      expect(helps.slice(0, 3)).toEqual([undefined, undefined, undefined]);
      expect(helps[3]).toEqual([{ message: expect.stringMatching(message), file: '', line: 1, column: 1 }]);
    },
  );

  test('of a pod whose image is on its way there is nothing to say', () => {
    const script = 'kubectl run web --image=redis\nkubectl describe pod web\n';
    expect(runScript(script, { seed: 1, explain: 'en' }).steps[1]).not.toHaveProperty('help');
  });

  test('a change of what is fixed', () => {
    const manifest = (image: string, name: string) =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  nodeName: ${name}\n  containers:\n  - {name: web, image: ${image}}\n`;
    const run = runScript('kubectl create -f a.yaml\nkubectl apply -f b.yaml\nkubectl create -f a.yaml\n', {
      seed: 1,
      explain: 'en',
      files: new Map([
        ['a.yaml', manifest('nginx', 'node-1')],
        ['b.yaml', manifest('nginx', 'node-2')],
      ]),
    });
    expect(run.steps[1]?.help?.[0]?.message).toContain('settled when the Pod was created');
    expect(run.steps[2]?.help).toEqual([
      {
        message: 'It is there already: kubectl apply changes what is there.',
        file: 'a.yaml',
        line: 3,
        column: 18,
      },
    ]);
  });
});
