/**
 * The nearest neighbour beside us, in the same run: webernetes, from applying a Deployment to all of its pods being Ready. It runs on
 * real timers, so its figures hold waiting too; what says most is for how long it keeps its thread from anything else.
 * It is installed for the benchmark alone, into node_modules/.cache.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { median, ms, say, wallMs } from './figures.ts';
import { applyAndWait } from './replicas.ts';

const version = '0.3.5';
const folder = resolve('node_modules/.cache/bench-webernetes');
const bundle = join(folder, 'bundle', 'webernetes.mjs');

const entry = `
import { BaseImage, Cluster } from '@ngrok/webernetes';

class Web extends BaseImage {
  static imageName = 'web';
  static imageVersion = '1.0';
  defaultCommand = ['server'];
  async exec(context) {
    context.listenHttp(80, async () => ({ statusCode: 200, body: '' }));
    return await context.waitUntilKilled();
  }
}

export async function run(replicas, nodes) {
  const cluster = new Cluster({ nodes });
  cluster.registerImage(Web);
  await cluster.init();
  let longestMs = 0;
  let beatMs = performance.now();
  const beat = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - beatMs);
    beatMs = performance.now();
  }, 0);
  const startMs = performance.now();
  const labels = { app: 'web' };
  await cluster.apply([{
    apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' },
    spec: { replicas, selector: { matchLabels: labels }, template: {
      metadata: { labels }, spec: { containers: [{ name: 'web', image: 'web:1.0' }] } } },
  }]);
  for (;;) {
    const { items } = await cluster.api.corev1.listNamespacedPod({ namespace: 'default' });
    const ready = items.filter((pod) => pod.status?.conditions?.some((it) => it.type === 'Ready' && it.status === 'True'));
    if (ready.length >= replicas) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  clearInterval(beat);
  return { tookMs: performance.now() - startMs, longestMs };
}
`;

async function prepare(): Promise<boolean> {
  if (existsSync(bundle)) return true;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  const install = ['install', '--no-audit', '--no-fund', `@ngrok/webernetes@${version}`];
  if (spawnSync('npm', install, { cwd: folder, stdio: 'ignore' }).status !== 0) return false;
  writeFileSync(join(folder, 'entry.js'), entry);
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: {
      lib: { entry: 'entry.js', formats: ['es'], fileName: () => 'webernetes.mjs' },
      outDir: 'bundle',
    },
  });
  return true;
}

interface Figures {
  readonly tookMs: number;
  readonly longestMs: number;
}

function theirs(replicas: number, nodes: number): Figures | undefined {
  const script = `import(${JSON.stringify(bundle)}).then(async ({ run }) => {
    process.stdout.write(JSON.stringify(await run(${replicas}, ${nodes})));
    process.exit(0);
  });`;
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    timeout: 300_000,
    maxBuffer: 1 << 26,
  });
  const last = stdout.lastIndexOf('{"tookMs"');
  return status === 0 && last >= 0 ? (JSON.parse(stdout.slice(last)) as Figures) : undefined;
}

export async function peer(): Promise<void> {
  if (!(await prepare())) {
    say(`webernetes ${version}: SKIPPED, it could not be installed`);
    return;
  }
  for (const [replicas, nodes] of [
    [3, 3],
    [100, 12],
    [1000, 12],
  ] as const) {
    const ours = median(() => wallMs(() => applyAndWait(replicas, nodes)), 3);
    const other = theirs(replicas, nodes);
    const line = `${replicas} replicas on ${nodes} nodes: ${ms(ours)}`;
    if (!other) say(`${line}; webernetes ${version} did not come to an end within 5 minutes`);
    else {
      const ratio = (other.tookMs / ours).toFixed(0);
      const blocked = `its thread blocked for up to ${ms(other.longestMs)}`;
      say(`${line}; webernetes ${version}: ${ms(other.tookMs)} (${ratio} times), ${blocked}`);
    }
  }
}
