// nginx: serves /usr/share/nginx/html on port 80.
import type { Image, ImageContents, Tools } from '../image.ts';
import type { Program } from '../process.ts';
import type { NginxOptions } from '../programs/nginx.ts';
import { createNginx } from '../programs/nginx.ts';
import { debianPrograms, distributionFiles } from './distribution.ts';

const latestMinor = 31;
/** The last patch of each minor version; 0 for those not listed. */
const patches = new Map([
  [14, 2],
  [16, 1],
  [18, 0],
  [20, 2],
  [21, 6],
  [22, 1],
  [23, 4],
  [24, 0],
  [25, 5],
  [26, 3],
  [27, 5],
  [28, 0],
  [29, 3],
]);
const stableMinor = 28;
const mainlineMinor = 29;
const releasedAtMs = 1_681_177_534_000; // 2023-04-11, when 1.24.0 was made

const variant = /(?:-(?:alpine|slim|perl|otel|bookworm|bullseye|trixie)[0-9.]*)*$/;

/** The version that a tag stands for, e.g. 1.24.0; undefined: there is no such tag (1.161, nosuchtag). */
export function nginxVersion(tag: string): string | undefined {
  const plain = tag.replace(variant, '');
  if (/^(?:latest|mainline|alpine|perl|bookworm|trixie)$/.test(plain)) return fullVersion(mainlineMinor);
  if (plain === 'stable') return fullVersion(stableMinor);
  if (plain === '1') return fullVersion(mainlineMinor);
  const match = /^1\.(\d{1,2})(?:\.(\d{1,2}))?$/.exec(plain);
  const minor = Number(match?.[1] ?? latestMinor + 1);
  if (minor > latestMinor) return undefined;
  return match?.[2] === undefined ? fullVersion(minor) : `1.${minor}.${match[2]}`;
}

function fullVersion(minor: number): string {
  return `1.${minor}.${patches.get(minor) ?? 0}`;
}

const welcomePage = `<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
<style>
html { color-scheme: light dark; }
body { width: 35em; margin: 0 auto;
font-family: Tahoma, Verdana, Arial, sans-serif; }
</style>
</head>
<body>
<h1>Welcome to nginx!</h1>
<p>If you see this page, the nginx web server is successfully installed and
working. Further configuration is required.</p>

<p>For online documentation and support please refer to
<a href="http://nginx.org/">nginx.org</a>.<br/>
Commercial support is available at
<a href="http://nginx.com/">nginx.com</a>.</p>

<p><em>Thank you for using nginx.</em></p>
</body>
</html>
`;

const configuration = new Map([
  [
    '/etc/nginx/conf.d/default.conf',
    'server {\n    listen       80;\n    server_name  localhost;\n\n    location / {\n        root   /usr/share/nginx/html;\n        index  index.html index.htm;\n    }\n}\n',
  ],
]);

/** What any nginx image holds: the server, its pages and its configuration. */
export function nginxContents(
  version: string,
  how: Pick<NginxOptions, 'isTalkative' | 'isUnprivileged' | 'port'>,
) {
  return {
    server: createNginx({ version, releasedAtMs, configuration, ...how }),
    files: new Map([
      ...configuration,
      ['/etc/nginx/nginx.conf', 'include /etc/nginx/conf.d/*.conf;\n'] as const,
      ['/usr/share/nginx/html/index.html', welcomePage] as const,
      ['/var/log/nginx/', ''] as const,
    ]),
  };
}

/** Prepares the configuration, then becomes the command it is given. */
const entrypoint: Program = function* (process) {
  const [, name = '', ...rest] = process.argv;
  const program = process.host.lookup(name, process.env, process.cwd);
  const say = (text: string) => process.stdout.write(`/docker-entrypoint.sh: ${text}\n`);
  if (name === 'nginx') {
    say('/docker-entrypoint.d/ is not empty, will attempt to perform configuration');
    say('Looking for shell scripts in /docker-entrypoint.d/');
    say('Configuration complete; ready for start up');
  }
  if (program === undefined || program === 'not-executable') {
    const reason = program === undefined ? 'not found' : 'Permission denied';
    process.stderr.write(`/docker-entrypoint.sh: 47: exec: ${name}: ${reason}\n`);
    return program === undefined ? 127 : 126;
  }
  process.host.become?.(process.pid, [name, ...rest]);
  return yield* program({ ...process, argv: [name, ...rest] });
};

export const nginx: Image = {
  repositories: ['docker.io/library/nginx'],
  exampleTag: '1.28',
  hasTag: (tag) => nginxVersion(tag) !== undefined,
  contents: (tag, tools) => contentsOf(tag, tools, { isTalkative: true }),
};

/** The same for those who may not run as root: it listens on port 8080. */
export const nginxUnprivileged: Image = {
  repositories: ['docker.io/nginxinc/nginx-unprivileged'],
  exampleTag: '1.28',
  hasTag: (tag) => nginxVersion(tag) !== undefined,
  contents: (tag, tools) => ({
    ...contentsOf(tag, tools, { isTalkative: true, isUnprivileged: true, port: 8080 }),
    user: '101',
  }),
};

function contentsOf(
  tag: string,
  tools: Tools,
  how: Pick<NginxOptions, 'isTalkative' | 'isUnprivileged' | 'port'>,
): ImageContents {
  const version = nginxVersion(tag) ?? fullVersion(mainlineMinor);
  const { server, files } = nginxContents(version, how);
  const programs = debianPrograms(tools, ['curl']);
  programs.set('nginx', server);
  programs.set('/docker-entrypoint.sh', entrypoint);
  return {
    entrypoint: ['/docker-entrypoint.sh'],
    command: ['nginx', '-g', 'daemon off;'],
    env: [['NGINX_VERSION', version]],
    stopSignal: 'SIGQUIT',
    ports: [how.port ?? 80],
    programs,
    files: distributionFiles('Debian GNU/Linux 12 (bookworm)', files),
  };
}
