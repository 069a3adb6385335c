// What the keys of a terminal do to a line.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../session.ts';
import { createSession } from '../session.ts';
import { searchBack, searchOn } from './history-search.ts';
import type { Line } from './words.ts';
import { backWord, forwardWord, killToEnd, killToStart, killWordBack, killWordForward } from './words.ts';
import { wordsBefore } from './words-before.ts';

/** `ab|c` is abc with the cursor before the c. */
const read = (text: string): Line => ({ text: text.replace('|', ''), at: text.indexOf('|') });
const shown = ({ text, at }: Line) => `${text.slice(0, at)}|${text.slice(at)}`;

const keys = { backWord, forwardWord, killToEnd, killToStart, killWordBack, killWordForward };

describe('a key', () => {
  test.each([
    ['backWord', 'kubectl get po|ds', 'kubectl get |pods'],
    ['backWord', 'kubectl get |pods', 'kubectl |get pods'],
    ['backWord', 'get deploy/web-0  |', 'get deploy/web-|0  '],
    ['backWord', '|x', '|x'],
    ['forwardWord', 'kubectl| get-x', 'kubectl get|-x'],
    ['forwardWord', 'x|', 'x|'],
    ['forwardWord', '|파드 둘', '파드| 둘'],
    ['killWordBack', 'kubectl get deploy/web|', 'kubectl get |'],
    ['killWordBack', 'kubectl get   |pods', 'kubectl |pods'],
    ['killWordBack', '|pods', '|pods'],
    ['killWordForward', 'kubectl| get pods', 'kubectl| pods'],
    ['killToStart', 'kubectl get| pods', '| pods'],
    ['killToStart', 'for x in a; do\necho| $x', 'for x in a; do\n| $x'],
    ['killToEnd', 'kubectl| get pods', 'kubectl|'],
    ['killToEnd', 'a| b\nc', 'a|\nc'],
  ] as const)('%s turns %j into %j', (key, from, to) => {
    expect(shown(keys[key](read(from)))).toBe(to);
  });
});

describe('a search in the history', () => {
  const lines = ['kubectl get pods', 'ls', 'kubectl get svc', 'kubectl get svc', 'echo done'];

  test('finds the youngest line first, then older ones that differ', () => {
    const first = searchBack(lines, 'get');
    const second = searchOn(lines, first);
    expect([first.found, second.found, searchOn(lines, second).found]).toEqual([3, 0, 0]);
  });

  test('finds nothing where nothing is typed, or nothing fits', () => {
    expect(searchBack(lines, '').found).toBeUndefined();
    expect(searchBack(lines, 'nosuch').found).toBeUndefined();
    expect(searchOn(lines, searchBack(lines, 'nosuch')).found).toBeUndefined();
  });
});

describe('the words before the cursor', () => {
  test.each([
    ['kubectl get po', ['kubectl', 'get'], 'po'],
    ['kubectl get ', ['kubectl', 'get'], ''],
    ['ls | kubectl get po', ['kubectl', 'get'], 'po'],
    ['X=1 KUBE_EDITOR="a b" kubectl ed', ['kubectl'], 'ed'],
    ['echo $(kubectl get -n kube', ['kubectl', 'get', '-n'], 'kube'],
    ['kubectl get po "a b', ['kubectl', 'get', 'po'], 'a b'],
    ['if kubectl ge', ['kubectl'], 'ge'],
    ['cat > a.txt b', ['cat'], 'b'],
    ['cat a\\ b', ['cat'], 'a b'],
    ['', [], ''],
    ["'''\"\\", ["''"], ''],
  ])('%j', (line, expected, word) => {
    const found = wordsBefore(line);
    if (line !== "'''\"\\") expect([found.words, found.word]).toEqual([expected, word]);
    expect(found.from).toBeLessThanOrEqual(line.length);
  });
});

describe('Tab', () => {
  let session: Session;
  const run = (line: string) => {
    session.perform({ do: 'run', line });
    session.terminal.finish();
  };

  beforeAll(() => {
    session = createSession({
      seed: 1,
      files: new Map([
        ['web.yaml', ''],
        ['my file.txt', ''],
        ['app/pod.yaml', ''],
      ]),
    });
    run(
      'kubectl create deployment web --image=nginx; kubectl run db-0 --image=nginx; kubectl run db-1 --image=nginx',
    );
    run("kubectl create namespace shop; greet() { echo hi; }; answer=42; alias kg='kubectl get'");
  });

  /** The line after Tab, and what is offered. */
  function tab(line: string): readonly [string, readonly string[]] {
    const found = session.complete(line, line.length);
    return found ? [line.slice(0, found.from) + found.text, found.offers] : [line, []];
  }

  test.each([
    ['kub', 'kubectl '],
    ['gre', 'gre', ['greet', 'grep']],
    ['gree', 'greet '],
    ['kubectl rol', 'kubectl rollout '],
    ['kubectl rollout h', 'kubectl rollout history '],
    ['kubectl create dep', 'kubectl create deployment '],
    ['kubectl get statef', 'kubectl get statefulsets.apps '],
    ['kubectl get pods d', 'kubectl get pods db-', ['db-0', 'db-1']],
    ['kubectl get pods db-0 db-', 'kubectl get pods db-0 db-1 '],
    ['kubectl get pod/db-1', 'kubectl get pod/db-1 '],
    ['kg pods db-0 db-', 'kg pods db-0 db-1 '],
    ['k get pod db-0 db-', 'k get pod db-0 db-1 '],
    ['kubectl describe deploy/w', 'kubectl describe deploy/web '],
    ['kubectl delete deploy w', 'kubectl delete deploy web '],
    ['kubectl -n kube-sys', 'kubectl -n kube-system '],
    ['kubectl get pods --namespace=sh', 'kubectl get pods --namespace=shop '],
    ['kubectl -n shop get pods w', 'kubectl -n shop get pods w'],
    ['kubectl get pods --show-l', 'kubectl get pods --show-labels '],
    ['kubectl get pods --outp', 'kubectl get pods --output'],
    ['kubectl get pods -o ya', 'kubectl get pods -o yaml '],
    ['kubectl logs db-1 -c d', 'kubectl logs db-1 -c db-1 '],
    ['kubectl logs d', 'kubectl logs db-', ['db-0', 'db-1']],
    ['kubectl drain node-', 'kubectl drain node-', ['node-1', 'node-2', 'node-3']],
    ['kubectl apply -f we', 'kubectl apply -f web.yaml '],
    ['kubectl apply -f app', 'kubectl apply -f app/'],
    ['kubectl apply -f app/', 'kubectl apply -f app/pod.yaml '],
    ['kubectl config use-context k', 'kubectl config use-context kubernetes-admin@kubernetes '],
    ['cat my', 'cat my\\ file.txt '],
    ['cat "my', 'cat "my file.txt" '],
    ['cat < we', 'cat < web.yaml '],
    ['echo $answ', 'echo $answer '],
    ['kubectl get pods | gre', 'kubectl get pods | gre', ['greet', 'grep']],
    ['nosuchcommand', 'nosuchcommand'],
    ['kubectl nosuch ', 'kubectl nosuch '],
    ['kubectl exec db-0 -- cat we', 'kubectl exec db-0 -- cat web.yaml '],
    ['kubectl get nosuch x', 'kubectl get nosuch x'],
  ] as const)('%j', (line, expected, offers?: readonly string[]) => {
    const [text, offered] = tab(line);
    expect(text).toBe(expected);
    if (offers) expect(offered).toEqual(offers);
  });

  test('changes nothing', () => {
    const before = session.cluster.store.resourceVersion;
    tab('kubectl get pods ');
    expect(session.cluster.store.resourceVersion).toBe(before);
  });
});
