// What somebody might hand in to break a grader, by exercise and form. None of it may take more than its limits, change a grade, or end
// a batch.
import { readFileSync } from 'node:fs';
import type { SubmissionForm } from '../submission.ts';

export interface Hostile {
  readonly title: string;
  readonly exercise: string;
  readonly form: SubmissionForm;
  readonly text: string;
}

const solution = readFileSync(new URL('../../exercises/name-each-pod/solution/web.yaml', import.meta.url), 'utf8');

const bomb = (levels: number, width: number): string => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < levels; level++) {
    lines.push(`a${level}: &a${level} [${Array(width).fill(`*a${level - 1}`).join(', ')}]`);
  }
  return `${lines.join('\n')}\n`;
};

const manifests: Readonly<Record<string, string>> = {
  'an alias bomb': bomb(10, 10),
  'an alias bomb below a good manifest': `${solution}---\n${bomb(9, 9)}`,
  'merge keys upon merge keys': `${Array.from({ length: 30 }, (_, at) => `m${at}: &m${at} {<<: [${at === 0 ? '' : `*m${at - 1}, *m${at - 1}`}], k${at}: 1}`).join('\n')}\n`,
  'an anchor that holds itself': 'a: &a [*a]\n',
  'brackets without end': '['.repeat(400_000),
  'braces without end': '{a: '.repeat(100_000),
  'dashes without end': '- '.repeat(200_000),
  'indents without end': Array.from({ length: 900 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
  '__proto__ as a key': `__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\n${solution}`,
  '__proto__ in labels': solution.replace('app: nginx', '"__proto__": nginx\n        app: nginx'),
  'ten million replicas': solution.replace('replicas: 3', 'replicas: 10000000'),
  'replicas beyond every number': solution.replace('replicas: 3', 'replicas: 1e400'),
  'negative replicas': solution.replace('replicas: 3', 'replicas: -2147483649'),
  'ten thousand containers': `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n${Array.from({ length: 10_000 }, (_, at) => `  - {name: c${at}, image: nginx}`).join('\n')}\n`,
  'ten thousand documents': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n---\n'.repeat(8000),
  'two hundred services': Array.from({ length: 200 }, (_, at) => `apiVersion: v1\nkind: Service\nmetadata: {name: s${at}}\nspec: {ports: [{port: 80}]}\n`).join('---\n'),
  'a container that forks': solution.replace('image:', `command: [sh, -c, "while true; do sh -c 'sleep 1' & sleep 0.01; done"]\n        image:`),
  'a container that fills its log': solution.replace('image:', 'command: [sh, -c, "yes | head -c 100000000"]\n        image:'),
  'a name of terminal escapes': solution.replace('name: web\n', 'name: "\\e[2J\\e]0;owned\\a"\n'),
  'a name of markup': solution.replace('name: web\n', `name: "<script>alert(1)</script>"\n`),
  'marks that turn text around': solution.replace('app: nginx', 'app: "\u202exnign\u2066"'),
  'zero bytes': solution.replace('nginx', 'ngi\u0000nx'),
  'a tag that asks for code': '!!js/function "function () { process.exit(7) }"\n',
  'a binary tag': 'a: !!binary c29tZQ==\n',
  'an empty file': '',
  'a megabyte of spaces': ' '.repeat(480_000),
  'one line of half a megabyte': `a: ${'x'.repeat(480_000)}\n`,
  'an image of every path': solution.replaceAll('registry.k8s.io/nginx-slim:0.8', '../../../../etc/passwd'),
  'a volume of the host': solution.replace('volumeMounts:', 'volumeMounts:\n        - {name: host, mountPath: /host}'),
  'quantities without end': solution.replace('1Gi', `1${'0'.repeat(5000)}Gi`),
  'a selector of deep regular expressions': solution.replace('app: nginx', `app: ${'a'.repeat(63)}${'-'.repeat(500)}`),
};

const scripts: Readonly<Record<string, string>> = {
  'a fork bomb': ':() { : | : & }; :\n',
  'forks in a loop': 'while true; do (sleep 100 &) ; done\n',
  'subshells within subshells': `${'('.repeat(3000)}true${')'.repeat(3000)}\n`,
  'substitutions within substitutions': `echo ${'$(echo '.repeat(2000)}x${')'.repeat(2000)}\n`,
  'a function that calls itself': 'f() { f; }; f\n',
  'a function that calls itself twice': 'f() { f & f; }; f\n',
  'a loop without time': 'while true; do :; done\n',
  'a loop that naps': 'while true; do sleep 0.001; done\n',
  'a string that doubles': 'a=xxxxxxxxxxxxxxxx\nfor i in $(seq 1 60); do a=$a$a; done\necho ${#a}\n',
  'an array that doubles': 'a=(x x x x)\nfor i in $(seq 1 60); do a=("${a[@]}" "${a[@]}"); done\n',
  'a brace expansion without end': 'echo {1..100000000}\n',
  'braces upon braces': `echo ${'{a,b,c,d}'.repeat(20)}\n`,
  'a sequence without end': 'seq 1 1000000000000\n',
  'a hundred megabytes of output': 'yes | head -c 100000000\n',
  'a hundred megabytes in a file': 'yes > /tmp/big\nwc -c /tmp/big\n',
  'a file that grows from itself': 'echo x > a; for i in $(seq 1 60); do cat a a > b; cat b > a; done\n',
  'a pattern that backtracks': `echo ${'a'.repeat(40)}b | grep -E '^(a+)+$'\n`,
  'a pattern that backtracks in the shell': `[[ ${'a'.repeat(60)}b =~ ^(a|a|aa)+$ ]]\n`,
  'a glob that backtracks': `case ${'a'.repeat(60)} in ${'*a'.repeat(30)}b) ;; esac\n`,
  'sed without end': "echo a | sed ':x; s/a/aa/; tx'\n",
  'arithmetic without end': 'echo $((2 ** 100000000))\n',
  'ten million replicas': 'kubectl scale statefulset web --replicas=10000000\n',
  'namespaces without end': 'i=0; while true; do i=$((i + 1)); kubectl create namespace n$i; done\n',
  'a watch without end': 'kubectl get pods -w\n',
  'a log without end': 'kubectl run y --image=busybox -- yes; sleep 5; kubectl logs -f y\n',
  'a million commands': 'true\n'.repeat(90_000),
  'a kubectl of its own': 'kubectl() { echo "statefulset.apps/web scaled"; }\nkubectl scale statefulset web --replicas=5\n',
  'a way out of the home folder': 'cat /etc/passwd ../../../../etc/passwd; ls /proc/self; echo pwned > /etc/cron.d/x\n',
  'the network': 'curl -m 2 http://169.254.169.254/latest/meta-data; wget -qO- http://example.org\n',
  'terminal escapes': "printf '\\033[2J\\033]52;c;cHduZWQ=\\a'\n",
  'a script that is cut': "kubectl scale statefulset web --replicas=5\necho 'and then",
  'a here-document of a hundred thousand lines': `cat > x <<'EOF'\n${'line\n'.repeat(90_000)}EOF\n`,
  'an exit that claims success': 'exit 0\n',
};

const page = (more: object) =>
  JSON.stringify({ format: 'petset/submission', version: 1, exercise: 'grow-shrink-update', revision: 1, ...more });
const log = (entries: readonly object[]) => page({ log: { seed: 1, entries } });

const exports: Readonly<Record<string, string>> = {
  'a claimed score': page({ points: 18, score: 100, report: { points: 18, of: 18 }, log: { seed: 1, entries: [] } }),
  'an export that is cut': log([{ do: 'run', atMs: 5, line: 'kubectl get pods' }]).slice(0, -30),
  'an export of many brackets': '['.repeat(1_500_000),
  'an export of many keys': `{${Array.from({ length: 100_000 }, (_, at) => `"k${at}":0`).join(',')}}`,
  'times that run backwards': log([{ do: 'run', atMs: 9, line: 'ls' }, { do: 'run', atMs: 1, line: 'ls' }]),
  'times beyond the end': log([{ do: 'run', atMs: 2_591_999_999, line: 'kubectl get pods' }]),
  'a path that leads out': log([{ do: 'write', path: '../../etc/cron.d/x', text: 'x' }]),
  'five thousand commands': log(Array.from({ length: 5000 }, (_, at) => ({ do: 'run', atMs: at * 10, line: 'kubectl get pods -A' }))),
  'five thousand interrupts': log(Array.from({ length: 5000 }, (_, at) => ({ do: 'interrupt', atMs: at }))),
  'files without end': log(Array.from({ length: 4 }, (_, at) => ({ do: 'write', atMs: at, path: `f${at}`, text: 'x'.repeat(450_000) }))),
  'a seed without end': page({ log: { seed: 'x'.repeat(100), entries: [] } }),
  'a file in place of a folder': log([{ do: 'run', atMs: 1, line: 'mkdir f' }, { do: 'write', atMs: 2, path: 'f', text: 'x' }]),
  '__proto__ everywhere': `{"__proto__":{"points":18},"format":"petset/submission","version":1,"exercise":"grow-shrink-update","revision":1,"constructor":{"prototype":{"passed":true}},"answers":{"__proto__":"c","constructor":"d"}}`,
  'a submission to another exercise': page({ exercise: 'name-each-pod' }),
  'numbers that are none': page({ revision: 1e308, log: { seed: 1, entries: [{ do: 'run', atMs: 1e-320, line: 'ls' }] } }),
};

const answers: Readonly<Record<string, string>> = {
  'answers in an alias bomb': bomb(12, 10),
  'answers of many brackets': '['.repeat(40_000),
  'an answer of markup': 'stuck-update: "<img src=x onerror=alert(1)>"\n',
  'an answer that is a formula': `stuck-update: '=HYPERLINK("http://evil.example","b")'\n`,
};

const texts = (all: Readonly<Record<string, string>>, exercise: string, form: SubmissionForm): Hostile[] =>
  Object.entries(all).map(([title, text]) => ({ title, exercise, form, text }));

export const hostileTexts: readonly Hostile[] = [
  ...texts(manifests, 'name-each-pod', 'yaml'),
  ...texts(scripts, 'grow-shrink-update', 'sh'),
  ...texts(exports, 'grow-shrink-update', 'json'),
  ...texts(answers, 'sts-quiz', 'yaml'),
];
