/** `npm run new:exercise -- SLUG`: an exercise's folder, to be filled in: a manifest, one check, a solution and a mistake that lose and win it. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const pod = (image: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
  - name: web
    image: ${image}
`;

const files = (slug: string): Readonly<Record<string, string>> => ({
  'exercise.yaml': `id: ${slug}
revision: 1
objectives: [pod.manifest]
asks: {manifest: web.yaml}

checks:
  - id: runs
    points: 1
    kind: objects
    resource: pods
    name: web
    match: {status: {phase: Running}}
`,
  'text/en.md': `# A title

What to do, in a few sentences, and how the grader will try it out.

## runs

What is wanted.

### hint

A question that leads on.

### hint

Nearly the answer.

### feedback

What it means to have failed here.

## solution

The way it is solved, in a sentence or two.
`,
  'solution/web.yaml': pod('nginx:1.28'),
  'solution-2/web.yaml': `# Another right way.\n${pod('nginx:1.27')}`,
  'mistakes/no-such-image/web.yaml': pod('nginx:nosuchtag'),
  'mistakes/no-such-image/expect.yaml': 'loses: [runs]\nsays: [What it means to have failed here]\n',
});

const [slug = ''] = process.argv.slice(2);
const folder = join('exercises', slug);
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
  process.stderr.write('npm run new:exercise -- SLUG, in lower-case words joined by hyphens\n');
  process.exitCode = 2;
} else if (existsSync(folder)) {
  process.stderr.write(`${folder} is there already\n`);
  process.exitCode = 1;
} else {
  for (const [path, text] of Object.entries(files(slug))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  process.stdout.write(`${folder}/\nNext: npx petset verify ${slug}, and list it in content/course.yaml\n`);
}
