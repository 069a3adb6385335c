/**
 * Completes package-lock.json after `npm install`: `npm run lock`.
 *
 * Compilers and bundlers ship their native halves as optional packages, one for each platform. npm leaves
 * those it could not look up out of the lock file, and `npm ci` then refuses the file as incomplete on
 * every machine. This writes the missing ones down, with the version their parent asks for (always an exact
 * one) and the platform that their name states. Download addresses are dropped.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface Locked {
  version?: string;
  resolved?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

/** The platform a native package is for, read off its name (`…-linux-arm64-musl`). */
function platformOf(name: string): Pick<Locked, 'os' | 'cpu' | 'libc'> | undefined {
  const words = name.replace('windows', 'win32').replace('armv7', 'arm').split(/[-/]/);
  const cpu = PROCESSORS.find((word) => words.includes(word));
  if (cpu === undefined) return undefined;
  const os = SYSTEMS.find((word) => words.includes(word));
  const libc = words.includes('musl')
    ? 'musl'
    : os === 'linux' && words.includes('gnu')
      ? 'glibc'
      : undefined;
  return { cpu: [cpu], ...(libc && { libc: [libc] }), ...(os && { os: [os] }) };
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const unclear: string[] = [];
let added = 0;
for (const locked of Object.values(lock.packages)) {
  delete locked.resolved;
  for (const [name, version] of Object.entries(locked.optionalDependencies ?? {})) {
    if (Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`))) continue;
    const platform = platformOf(name);
    if (platform === undefined || !/^\d+\.\d+\.\d+\S*$/.test(version)) {
      unclear.push(`${name}@${version}`);
      continue;
    }
    const dev = locked.dev ? { dev: true } : {};
    lock.packages[`node_modules/${name}`] = { version, ...dev, optional: true, ...platform };
    added += 1;
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
);
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`package-lock.json: ${added} optional packages added\n`);
for (const name of unclear)
  process.stdout.write(`package-lock.json: left out ${name}, its platform is unclear\n`);
