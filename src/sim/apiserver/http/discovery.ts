// What the API server says of itself: its version, its groups and the resources in them.
import { kinds } from '../../api/index.ts';
import type { Kind } from '../../api/kind.ts';
import { compareText } from '../../machinery/go-text.ts';
import type { Reply } from './responses.ts';
import { json, text } from './responses.ts';

/** The server's build, as `/version` and `kubectl version` give it. */
export const serverVersion = {
  major: '1',
  minor: '36',
  emulationMajor: '1',
  emulationMinor: '36',
  minCompatibilityMajor: '1',
  minCompatibilityMinor: '35',
  gitVersion: 'v1.36.2',
  gitCommit: 'petset',
  gitTreeState: 'clean',
  buildDate: '2026-06-09T00:00:00Z',
  goVersion: 'go1.26.10',
  compiler: 'gc',
  platform: 'linux/amd64',
} as const;

const VERBS = ['create', 'delete', 'get', 'list', 'patch', 'update'];
const health = /^\/(healthz|livez|readyz)$/;

/** The answer for a path of discovery; undefined for any other. */
export function discover(path: string): Reply | undefined {
  if (health.test(path)) return text('ok');
  if (path === '/version') return { ...json(serverVersion), isInLines: true };
  if (path === '/') return json({ paths: paths() });
  if (path === '/api') return json({ kind: 'APIVersions', versions: ['v1'] });
  if (path === '/apis')
    return json({ kind: 'APIGroupList', apiVersion: 'v1', groups: groups().map(groupOf) });
  const group = /^\/apis\/([^/]+)$/.exec(path)?.[1];
  if (group !== undefined) {
    return groups().includes(group)
      ? json({ kind: 'APIGroup', apiVersion: 'v1', ...groupOf(group) })
      : undefined;
  }
  const [, core, name = '', version] = /^\/(?:api\/(v1)|apis\/([^/]+)\/([^/]+))$/.exec(path) ?? [];
  return resourcesOf(name, core ?? version ?? '');
}

function groups(): string[] {
  return [...new Set(kinds.map(({ group }) => group))].filter(Boolean).sort(compareText);
}

function versionsOf(group: string): string[] {
  return [...new Set(kinds.filter((kind) => kind.group === group).map(({ version }) => version))];
}

function groupOf(name: string) {
  const versions = versionsOf(name).map((version) => ({ groupVersion: `${name}/${version}`, version }));
  return { name, versions, preferredVersion: versions[0] };
}

function resourcesOf(group: string, version: string): Reply | undefined {
  const served = kinds.filter((kind) => kind.group === group && kind.version === version);
  if (served.length === 0) return undefined;
  return json({
    kind: 'APIResourceList',
    ...(group === '' ? {} : { apiVersion: 'v1' }),
    groupVersion: group === '' ? version : `${group}/${version}`,
    resources: served.flatMap(resourceAndParts).sort((a, b) => compareText(a.name, b.name)),
  });
}

function resourceAndParts(kind: Kind) {
  const { plural, singular, namespaced, shortNames, categories } = kind;
  const part = (name: string, what: string, verbs: readonly string[]) => ({
    name: `${plural}/${name}`,
    singularName: '',
    namespaced,
    kind: what,
    verbs,
  });
  return [
    {
      name: plural,
      singularName: singular,
      namespaced,
      kind: kind.kind,
      verbs: VERBS,
      ...(shortNames ? { shortNames } : {}),
      ...(categories ? { categories } : {}),
    },
    ...(kind.hasStatus ? [part('status', kind.kind, ['get', 'patch', 'update'])] : []),
    ...(kind.scale ? [part('scale', 'Scale', ['get', 'patch', 'update'])] : []),
  ];
}

function paths(): string[] {
  const grouped = groups().flatMap((group) => [
    `/apis/${group}`,
    ...versionsOf(group).map((version) => `/apis/${group}/${version}`),
  ]);
  return ['/api', '/api/v1', '/apis', ...grouped, '/healthz', '/livez', '/readyz', '/version'];
}
