// A pod's volumes as mounts: where the data of each lives. Until every volume is there, no container starts.
import type { PersistentVolume } from '../api/persistent-volume.ts';
import { PersistentVolumeKind } from '../api/persistent-volume.ts';
import { PersistentVolumeClaimKind } from '../api/persistent-volume-claim.ts';
import type { Container } from '../api/pod.ts';
import type { Volume } from '../api/pod-spec.ts';
import type { View } from '../component.ts';
import { expand } from '../machinery/expansion.ts';
import { quantity, quantityValue } from '../machinery/quantity.ts';
import type { Result } from '../machinery/result.ts';
import { failure, success } from '../machinery/result.ts';
import { provisionedDisk } from '../storage/provisioned-disk.ts';
import type { Mount } from '../world/world.ts';
import { formatProblem } from './disk-format.ts';
import type { Env } from './env.ts';
import type { PodContext } from './field-ref.ts';
import { hostPathSource } from './host-path.ts';
import { isWithoutDriver, remoteDisk } from './remote-disks.ts';
import { volumeFiles } from './volume-files.ts';

/** What keeps a volume from being mounted. */
export interface MountProblem {
  /** The message of the FailedMount event. */
  readonly message: string;
  /** claim: looked at again with the next sync; files and disks: with a back-off of its own. */
  readonly of: 'claim' | 'files' | 'disk';
}

/** The first problem with the volumes of a pod; undefined: all can be mounted. */
export function mountProblem(view: View, context: PodContext): MountProblem | undefined {
  const volumes = context.pod.spec.volumes ?? [];
  for (const volume of volumes) {
    const source = sourceOf(view, context, volume);
    if (source.ok) {
      const { name, spec } = storageOf(view, context, volume);
      const why = formatProblem(spec);
      if (why === undefined) continue;
      return { of: 'disk', message: `MountVolume.MountDevice failed for volume "${name}" : ${why}` };
    }
    if (!volume.persistentVolumeClaim && !isWithoutDriver(volume)) {
      return {
        of: 'files',
        message: `MountVolume.SetUp failed for volume "${volume.name}" : ${source.error}`,
      };
    }
    const lists = `unmounted volumes=[${volume.name}], unattached volumes=[], failed to process volumes=[${volume.name}]`;
    return { of: 'claim', message: `Unable to attach or mount volumes: ${lists}: ${source.error}` };
  }
  return undefined;
}

/** What says where the data of a volume is: the volume itself, or the one that its claim is bound to. */
function storageOf(view: View, { pod }: PodContext, volume: Volume): { name: string; spec: object } {
  const { claimName } = volume.persistentVolumeClaim ?? {};
  if (claimName === undefined) return { name: volume.name, spec: volume };
  const claim = view.get(PersistentVolumeClaimKind, pod.metadata.namespace ?? '', claimName);
  const bound = view.get(PersistentVolumeKind, '', claim?.spec.volumeName ?? '');
  return { name: bound?.metadata.name ?? volume.name, spec: bound?.spec ?? {} };
}

/** The mounts of a container, of volumes that have no problem. `env` is its environment, for subPathExpr. */
export function mountsOf(view: View, context: PodContext, container: Container, env: Env): Mount[] {
  const variables = new Map(env);
  const mounts: Mount[] = [];
  for (const { name, mountPath, subPath, subPathExpr, readOnly } of container.volumeMounts ?? []) {
    const volume = context.pod.spec.volumes?.find((candidate) => candidate.name === name);
    const source = volume && sourceOf(view, context, volume);
    if (!volume || !source?.ok) continue;
    const inside = subPathExpr === undefined ? subPath : expand(subPathExpr, (key) => variables.get(key));
    mounts.push({
      path: mountPath,
      ...(inside ? { subPath: inside } : {}),
      isReadOnly: readOnly === true || isReadOnlyVolume(volume),
      source: source.value,
    });
  }
  return mounts;
}

function isReadOnlyVolume({
  persistentVolumeClaim,
  configMap,
  secret,
  downwardAPI,
  projected,
}: Volume): boolean {
  return Boolean(persistentVolumeClaim?.readOnly || configMap || secret || downwardAPI || projected);
}

function sourceOf(view: View, context: PodContext, volume: Volume): Result<Mount['source']> {
  if (volume.persistentVolumeClaim) return claimSource(view, context, volume.persistentVolumeClaim.claimName);
  if (volume.hostPath) return hostPathSource(view, context.nodeName, volume.hostPath);
  if ('gitRepo' in volume) return failure(NO_GIT);
  if (isWithoutDriver(volume)) return failure(noPlugin(volume.name));
  const id = remoteDisk(volume);
  if (id !== undefined) return success({ type: 'disk', id });
  const files = volumeFiles(view, context, volume);
  if (!files) return success(emptyDirSource(volume));
  return files.ok ? success({ type: 'files', name: volume.name, files: files.value }) : files;
}

/** One in memory holds no more than its limit; one on the disk may be filled until somebody looks. */
function emptyDirSource({ name, emptyDir }: Volume): Mount['source'] {
  const { medium, sizeLimit } = emptyDir ?? {};
  const isBounded = medium === 'Memory' && sizeLimit !== undefined;
  return { type: 'empty-dir', name, ...(isBounded ? { maxBytes: quantityValue(quantity(sizeLimit)) } : {}) };
}

const NO_GIT =
  'git-repo volume plugin has been disabled; if necessary, it may be re-enabled by enabling the feature-gate `GitRepoVolumeDriver`';

function noPlugin(volumeName: string): string {
  return `failed to get Plugin from volumeSpec for volume ${JSON.stringify(volumeName)} err=no volume plugin matched`;
}

function claimSource(view: View, context: PodContext, claimName: string): Result<Mount['source']> {
  const namespace = context.pod.metadata.namespace ?? '';
  const about = `error processing PVC ${namespace}/${claimName}`;
  const claim = view.get(PersistentVolumeClaimKind, namespace, claimName);
  if (!claim) {
    return failure(
      `${about}: failed to fetch PVC from API server: persistentvolumeclaims "${claimName}" not found`,
    );
  }
  const volume = view.get(PersistentVolumeKind, '', claim.spec.volumeName ?? '');
  if (claim.status?.phase !== 'Bound' || !volume) return failure(`${about}: PVC is not bound`);
  if (isWithoutDriver(volume.spec)) return failure(noPlugin(volume.metadata.name));
  return success(volumeSource(volume));
}

/**
 * Departs: disks are reached from every node. Only a hostPath or local volume that somebody wrote by hand is a folder of
 * the node; one that was provisioned follows its pods.
 */
function volumeSource({ metadata, spec }: PersistentVolume): Mount['source'] {
  const { local, hostPath } = spec;
  const id = remoteDisk(spec);
  if (id !== undefined) return { type: 'disk', id };
  const path = local?.path ?? hostPath?.path;
  const isProvisioned = Object.hasOwn(metadata.annotations ?? {}, 'pv.kubernetes.io/provisioned-by');
  if (path !== undefined && !isProvisioned) return { type: 'host-path', path };
  return { type: 'disk', id: provisionedDisk(metadata.name) };
}
