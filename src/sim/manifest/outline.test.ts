import { describe, expect, test } from 'vitest';
import { parseManifests } from './parse-manifests.ts';

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: 'web'
  labels:
    a.b/c: x
    a.b: "yes"
  annotations: {note: a b}
spec:
  nodeSelector:
    example.com/disk: ssd
  containers:
  - name: one
    image: nginx
    command: [sh, -c]
    env:
    - {name: A, value: no}
  -
    name: two
    resources:
      requests:
        cpu: 1
`;

const LIST = `apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Pod
  spec:
    containers:
    - image: a
- kind: Service
`;

/** `line:column+length` of the key and of the value, and how the value is written. */
function shown(file: string, document: number, path: string): string {
  const spans = parseManifests(file).spansOf(document, path);
  if (spans === undefined) return 'nothing';
  const [key, value] = [spans.key, spans.value].map((it) => `${it.line}:${it.column}+${it.length}`);
  const written = spans.written.includes('\n') ? '…' : spans.written;
  return `${key} ${value} ${written}${spans.isWhole ? '' : ' (around it)'}`;
}

describe('a path leads to its place', () => {
  test.each([
    ['kind', '2:1+4 2:7+3 Pod'],
    ['metadata.name', "4:3+4 4:9+5 'web'"],
    ['metadata.labels[a.b/c]', '6:5+5 6:12+1 x'],
    ['metadata.labels.a.b/c', '6:5+5 6:12+1 x'],
    ['metadata.labels[a.b]', '7:5+3 7:10+5 "yes"'],
    ['metadata.annotations[note]', '8:17+4 8:23+3 a b'],
    ['spec.nodeSelector.example.com/disk', '11:5+16 11:23+3 ssd'],
    ['spec.containers[0]', '13:5+9 13:5+9 …'],
    ['spec.containers[0].image', '14:5+5 14:12+5 nginx'],
    ['spec.containers[0].command', '15:5+7 15:14+7 [sh, -c'],
    ['spec.containers[0].command[1]', '15:19+2 15:19+2 -c'],
    ['spec.containers[0].env[0].value', '17:17+5 17:24+2 no'],
    ['spec.containers[1].resources.requests[cpu]', '22:9+3 22:14+1 1'],
    ['', '1:1+14 1:1+14 …'],
  ])('%s', (path, expected) => {
    expect(shown(POD, 0, path)).toBe(expected);
  });
});

describe('where there is no such field, the closest around it', () => {
  test.each([
    ['spec.containers[1].image', '19:5+9 19:5+9 … (around it)'],
    ['spec.containers[7].image', '12:3+10 13:3+11 … (around it)'],
    ['spec.volumes[0].name', '9:1+4 10:3+13 … (around it)'],
    ['spec.nodeName.a[0].b', '9:1+4 10:3+13 … (around it)'],
    ['metadata.name.first', "4:3+4 4:9+5 'web' (around it)"],
    ['status', '1:1+14 1:1+14 … (around it)'],
    ['<nil>', '1:1+14 1:1+14 … (around it)'],
  ])('%s', (path, expected) => {
    expect(shown(POD, 0, path)).toBe(expected);
  });
});

describe('files', () => {
  test('every document counts from the top of its file', () => {
    const file = `# first\n---\na: 1\n---\n# nothing\n---\n${POD}`;
    expect(shown(file, 0, 'a')).toBe('3:1+1 3:4+1 1');
    expect(shown(file, 1, 'metadata.name')).toBe("10:3+4 10:9+5 'web'");
    expect(shown(file, 2, 'a')).toBe('nothing');
  });

  test('the items of a List', () => {
    expect(shown(LIST, 0, 'items[0].spec.containers[0].image')).toBe('8:7+5 8:14+1 a');
    expect(shown(LIST, 0, 'items[1].spec')).toBe('9:3+13 9:3+13 kind: Service (around it)');
  });

  test('JSON', () => {
    expect(shown('{"a": {"b/c": [1,\n 22]}}', 0, 'a[b/c][1]')).toBe('2:2+2 2:2+2 22');
  });

  test('aliases lead to what they stand for', () => {
    const file = 'a: &x\n  b: 1\nc: *x\nd:\n  <<: *x\n  e: 2\n';
    expect(shown(file, 0, 'c')).toBe('3:1+1 3:4+2 *x');
    expect(shown(file, 0, 'c.b')).toBe('2:3+1 2:6+1 1');
    expect(shown(file, 0, 'd.b')).toBe('2:3+1 2:6+1 1');
    expect(shown(file, 0, 'd.e')).toBe('6:3+1 6:6+1 2');
  });

  test('a value that is left out stands behind its key', () => {
    expect(shown('spec:\nkind: x\n', 0, 'spec')).toBe('1:1+4 1:5+0 ');
  });

  test('a file that cannot be read has the places of what comes before the mistake', () => {
    expect(shown('a: 1\n---\nb: [\n', 0, 'a')).toBe('1:1+1 1:4+1 1');
  });
});
