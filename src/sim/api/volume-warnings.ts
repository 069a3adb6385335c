// What the API server would rather not see in volumes: drivers of old, and files that hide each other.
// Source: wording and order of the 1.36 API server.
import { goQuote } from '../machinery/go-text.ts';
import { fractionWarning } from './container-warnings.ts';
import type { Volume } from './pod-spec.ts';

const OLD_DRIVERS: readonly [string, string][] = [
  ['photonPersistentDisk', 'deprecated in v1.11, non-functional in v1.16+'],
  ['gitRepo', 'deprecated in v1.11, and disabled by default in v1.33+'],
  ['scaleIO', 'deprecated in v1.16, non-functional in v1.22+'],
  ['flocker', 'deprecated in v1.22, non-functional in v1.25+'],
  ['storageOS', 'deprecated in v1.22, non-functional in v1.25+'],
  ['quobyte', 'deprecated in v1.22, non-functional in v1.25+'],
  ['glusterfs', 'deprecated in v1.25, non-functional in v1.26+'],
  ['cephfs', 'deprecated in v1.28, non-functional in v1.31+'],
  ['rbd', 'deprecated in v1.28, non-functional in v1.31+'],
];

interface Files {
  readonly name?: string;
  readonly secretName?: string;
  readonly items?: readonly { readonly path?: string }[];
}

interface Source {
  readonly configMap?: Files;
  readonly secret?: Files;
  readonly downwardAPI?: Files;
  readonly serviceAccountToken?: { readonly path?: string };
}

/** A file of a volume, and what of a projected volume it comes from. */
interface File {
  readonly path: string;
  readonly from: string;
}

export function volumeWarnings(volumes: readonly Volume[], path: string): string[] {
  return [
    ...volumes.flatMap((volume, i) => driverWarnings(volume, `${path}[${i}]`)),
    ...volumes.flatMap((volume) => overlapWarnings(volume)),
  ];
}

function driverWarnings(volume: Volume, path: string): string[] {
  const { ephemeral } = volume as { ephemeral?: { volumeClaimTemplate?: ClaimTemplate } };
  const storage = ephemeral?.volumeClaimTemplate?.spec?.resources?.requests?.storage;
  const requests = `${path}.ephemeral.volumeClaimTemplate.spec.resources.requests`;
  return [
    ...OLD_DRIVERS.filter(([driver]) => (driver === 'storageOS' ? 'storageos' : driver) in volume).map(
      ([driver, message]) => `${path}.${driver}: ${message}`,
    ),
    ...fractionWarning('storage', storage, requests),
  ];
}

interface ClaimTemplate {
  readonly spec?: { readonly resources?: { readonly requests?: { readonly storage?: string } } };
}

function overlapWarnings({ name, configMap, secret, downwardAPI, projected }: Volume): string[] {
  const of = (what: string, files: readonly File[]) =>
    overlaps(files).map((it) => `volume ${goQuote(name)} (${what}): overlapping paths: ${it}`);
  const sources = (projected?.sources ?? []) as readonly Source[];
  return [
    ...of(`ConfigMap ${goQuote(configMap?.name ?? '')}`, filesOf(configMap)),
    ...of(`Secret ${goQuote(secret?.secretName ?? '')}`, filesOf(secret)),
    ...of('DownwardAPI', filesOf(downwardAPI as Files | undefined)),
    ...sources
      .filter((source) => Object.keys(source).length === 0)
      .map(() => `volume ${goQuote(name)} (Projected) has no sources provided`),
    ...of('Projected', sources.flatMap(projectedFiles)),
  ];
}

function filesOf(files: Files | undefined, from = ''): File[] {
  return (files?.items ?? []).map(({ path = '' }) => ({ path, from }));
}

function projectedFiles({ configMap, secret, downwardAPI, serviceAccountToken }: Source): File[] {
  if (configMap?.items) return filesOf(configMap, `ConfigMap ${goQuote(configMap.name ?? '')}`);
  if (secret?.items) return filesOf(secret, `Secret ${goQuote(secret.name ?? '')}`);
  if (downwardAPI?.items) return filesOf(downwardAPI, 'DownwardAPI');
  return serviceAccountToken ? [{ path: serviceAccountToken.path ?? '', from: 'ServiceAccountToken' }] : [];
}

/** Every file that another one before it is, or is in, or holds. */
function overlaps(files: readonly File[]): string[] {
  const seen: File[] = [];
  return files.flatMap(({ path, from }) => {
    const file = { path: path.replace(/\/+$/, ''), from };
    const others = seen.filter((other) => isNested(file.path, other.path));
    seen.push(file);
    return others.map((other) => `${shown(file)} with ${shown(other)}`);
  });
}

/** Or the same. */
function isNested(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  return `${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`);
}

function shown({ path, from }: File): string {
  return from === '' ? goQuote(path) : `${goQuote(path)} (${from})`;
}
