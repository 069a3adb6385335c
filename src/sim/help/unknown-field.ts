// Fields that the object at hand does not have: misspelt, a level too high or too low, or of another kind.
import { fieldOf, schemaOf } from '../api/fields.ts';
import { kinds } from '../api/index.ts';
import type { Kind } from '../api/kind.ts';
import type { Advice } from './advice.ts';
import type { JsonMap, Located, Station } from './locate.ts';
import { isMap, locate } from './locate.ts';
import { distance, nearest } from './nearest.ts';
import type { Point } from './refusal.ts';

/** Fields that went elsewhere, or that one kind calls otherwise than another, by type. */
const RENAMED: ReadonlyMap<string, Advice> = new Map<string, Advice>([
  ['ConfigMapEnvSource.configMapName', { is: 'did-you-mean', word: 'name' }],
  ['ConfigMapKeySelector.configMapName', { is: 'did-you-mean', word: 'name' }],
  ['ConfigMapProjection.configMapName', { is: 'did-you-mean', word: 'name' }],
  ['ConfigMapVolumeSource.configMapName', { is: 'did-you-mean', word: 'name' }],
  ['DaemonSetSpec.replicas', { is: 'every-node-has-one' }],
  ['DaemonSetSpec.strategy', { is: 'did-you-mean', word: 'updateStrategy' }],
  ['DaemonSetSpec.templateGeneration', { is: 'leave-out', field: 'templateGeneration' }],
  ['DeploymentSpec.rollbackTo', { is: 'leave-out', field: 'rollbackTo' }],
  ['DeploymentSpec.updateStrategy', { is: 'did-you-mean', word: 'strategy' }],
  [
    'HorizontalPodAutoscalerSpec.targetCPUUtilizationPercentage',
    { is: 'write-instead', word: 'metrics (type: Resource, resource.target.averageUtilization)' },
  ],
  ['IngressBackend.serviceName', { is: 'write-instead', word: 'service.name' }],
  ['IngressBackend.servicePort', { is: 'write-instead', word: 'service.port.number' }],
  ['IngressServiceBackend.serviceName', { is: 'did-you-mean', word: 'name' }],
  ['IngressServiceBackend.servicePort', { is: 'write-instead', word: 'port.number' }],
  ['IngressSpec.backend', { is: 'did-you-mean', word: 'defaultBackend' }],
  ['JobSpec.replicas', { is: 'job-counts' }],
  ['ObjectMetricSource.targetValue', { is: 'write-instead', word: 'target.value' }],
  ['PersistentVolumeClaimVolumeSource.name', { is: 'did-you-mean', word: 'claimName' }],
  ['PodsMetricSource.targetAverageValue', { is: 'write-instead', word: 'target.averageValue' }],
  [
    'ResourceMetricSource.targetAverageUtilization',
    { is: 'write-instead', word: 'target.averageUtilization' },
  ],
  ['ResourceMetricSource.targetAverageValue', { is: 'write-instead', word: 'target.averageValue' }],
  ['SecretEnvSource.secretName', { is: 'did-you-mean', word: 'name' }],
  ['SecretKeySelector.secretName', { is: 'did-you-mean', word: 'name' }],
  ['SecretProjection.secretName', { is: 'did-you-mean', word: 'name' }],
  ['SecretVolumeSource.name', { is: 'did-you-mean', word: 'secretName' }],
  ['StatefulSetSpec.strategy', { is: 'did-you-mean', word: 'updateStrategy' }],
]);

/** Types that hold names of the learner's own only inside a map. */
const MAPS: ReadonlyMap<string, string> = new Map([
  ['ConfigMap', 'data'],
  ['LabelSelector', 'matchLabels'],
  ['ResourceRequirements', 'requests'],
  ['Secret', 'stringData'],
  ['VolumeResourceRequirements', 'requests'],
]);

/** Places that are seldom meant where others are as near. */
const RARE: readonly string[] = ['ephemeralContainers', 'grpc', 'initContainers'];

/** How far down a field is looked for. */
const DEPTH_MAX = 5;
/** More fields than these are not listed. */
const LISTED_MAX = 8;

/** `path` is that of the unknown field. */
export function unknownField(kind: Kind, object: JsonMap, path: string, said: string): Point {
  const found = locate(kind.schema, object, path);
  const station = found.stations.at(-1);
  if (station === undefined) return { path, part: 'key', said };
  const advice = adviceOn(kind, found, station);
  // A name can be corrected in its place; a move cannot.
  const isRename = advice.is === 'did-you-mean';
  return { path, part: 'key', said, advice, ...(isRename ? { instead: advice.word } : {}) };
}

function adviceOn(kind: Kind, found: Located, station: Station): Advice {
  const { name, stations, value } = found;
  const struct = structOf(station.schema);
  const renamed = RENAMED.get(`${struct}.${name}`);
  if (renamed) return renamed;
  const fields = [...(schemaOf(station.schema)?.fields.keys() ?? [])];
  const word = nearest(
    name,
    fields.filter((it) => !Object.hasOwn(station.value, it)),
  );
  if (word !== undefined) return { is: 'did-you-mean', word };
  const map = MAPS.get(struct);
  if (map !== undefined && !isMap(value)) {
    return { is: 'put-under', field: name, place: joined(station.path, map) };
  }
  const elsewhere = placeElsewhere(stations, name, (it) => it.toLowerCase() === name.toLowerCase());
  const place = elsewhere ?? placeElsewhere(stations, name, (it) => isNear(name, it));
  if (place) return belongsIn(place.field, place.path);
  const others = stations.length === 2 && station.path === 'spec' ? kindsWith(name) : [];
  if (others.length > 0) return { is: 'of-other-kinds', field: name, kind: kind.kind, kinds: others };
  const listed = fields.length <= LISTED_MAX ? fields.join(', ') : '';
  return { is: 'not-here', field: name, place: station.path, fields: listed };
}

function belongsIn(field: string, path: string): Advice {
  return path.endsWith(']')
    ? { is: 'belongs-in-item', field, place: path.replace(/\[\d*\]$/, '') }
    : { is: 'belongs-in', field, place: path };
}

function isNear(word: string, name: string): boolean {
  return word.length > 4 && distance(word.toLowerCase(), name.toLowerCase()) <= 1;
}

interface Candidate {
  readonly field: string;
  readonly path: string;
  /** Levels up and down from where it stands now. */
  readonly far: number;
  /** Whether the object has something at `path`. */
  readonly isThere: boolean;
  /** Whether it has that very field there. */
  readonly isTaken: boolean;
}

/** The nearest place around here that has such a field; of equally near ones, one that the object has. */
function placeElsewhere(
  stations: readonly Station[],
  name: string,
  fits: (field: string) => boolean,
): Candidate | undefined {
  const candidates = stations.flatMap((station, index) => {
    const up = stations.length - 1 - index;
    return below(station, fits).map((it) => ({ ...it, far: it.far + up }));
  });
  const rank = ({ isThere, path }: Candidate): number =>
    RARE.some((word) => path.includes(word)) ? 2 : isThere ? 0 : 1;
  const [best] = candidates
    .filter(({ field, path, isTaken }) => !isTaken && !(field === name && path === stations.at(-1)?.path))
    .sort((a, b) => a.far - b.far || rank(a) - rank(b));
  return best;
}

/** Everything at or below a station that has such a field, the nearest first. */
function below(from: Station, fits: (field: string) => boolean): Candidate[] {
  const found: Candidate[] = [];
  let level: { readonly schema: string; readonly path: string; readonly value: unknown }[] = [from];
  for (let far = 0; far <= DEPTH_MAX && level.length > 0; far += 1) {
    const next: typeof level = [];
    for (const { schema, path, value } of level) {
      for (const field of schemaOf(schema)?.fields.values() ?? []) {
        if (fits(field.name)) {
          const isTaken = isMap(value) && Object.hasOwn(value, field.name) && !path.endsWith(']');
          found.push({ field: field.name, path, far, isThere: value !== undefined, isTaken });
        }
        const inner = field.type.form === 'list' ? field.type.item : field.type;
        if (inner.form !== 'object' || field.name === 'status') continue;
        const member = isMap(value) ? value[field.name] : undefined;
        const isList = field.type.form === 'list';
        next.push({
          schema: inner.schema,
          path: joined(path, field.name) + (isList ? '[]' : ''),
          value: isList && Array.isArray(member) ? (member as unknown[])[0] : (member ?? undefined),
        });
      }
    }
    level = next;
  }
  return found;
}

function kindsWith(name: string): string[] {
  const having = kinds.filter((kind) => {
    const spec = fieldOf(kind.schema, 'spec')?.type;
    return spec?.form === 'object' && fieldOf(spec.schema, name) !== undefined;
  });
  return having.length > 4 ? [] : having.map((kind) => kind.kind);
}

function structOf(schema: string): string {
  return schema.slice(schema.lastIndexOf('.') + 1);
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
