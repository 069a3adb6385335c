import { expect, test } from 'vitest';
import { faultsOf } from './tracked.ts';

const long = 'x\n'.repeat(401);

test.each([
  ['src/a.ts', "const at = '/home/ann/petset/a.ts';", 1],
  ['src/a.ts', "const at = '/tmp/build-7/out';", 1],
  ['src/a.ts', "import '../home/page.ts'; // /var/data/kubia.txt and /usr/share/nginx/html", 0],
  ['README.md', 'see https://registry.npmjs.org/vitest', 1],
  ['README.md', 'images come from registry.k8s.io', 0],
  ['package-lock.json', '{"resolved": "elsewhere"}', 1],
  ['src/a.ts', "hostPath: { path: '/tmp/hostpath-provisioner/default/c' }", 0],
  ['src/a.ts', long, 1],
  ['src/a.ts', 'x\n'.repeat(400), 0],
  ['src/sim/testdata/a.ts', long, 0],
  ['content/en/a.mdx', long, 0],
])('%s holding %j: %i faults', (path, text, faults) => {
  expect(faultsOf(path, text)).toHaveLength(faults);
});
