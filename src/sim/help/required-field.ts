// Fields that must be there and are not.
import type { Remedy, Trouble } from './cause.ts';
import { isMap, locate } from './locate.ts';
import { labelsOfTemplate } from './selector-mismatch.ts';

/** What nearly everybody would write, by the field's name. */
const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ['accessModes', 'accessModes: [ReadWriteOnce]'],
  ['capacity', 'capacity: {storage: 1Gi}'],
  ['claimName', 'claimName: data'],
  ['containerPort', 'containerPort: 80'],
  ['containers', 'containers: [{name: web, image: nginx}]'],
  ['externalName', 'externalName: example.com'],
  ['image', 'image: nginx:1.25'],
  ['mountPath', 'mountPath: /data'],
  ['pathType', 'pathType: Prefix'],
  ['port', 'port: 80'],
  ['provisioner', 'provisioner: example.com/disk'],
  ['schedule', 'schedule: "*/5 * * * *"'],
  ['storage', 'resources: {requests: {storage: 1Gi}}'],
]);

export function requiredField(trouble: Trouble): Remedy | undefined {
  const { reason, field, message } = trouble;
  if (reason !== 'FieldValueRequired') return undefined;
  const template = namelessTemplate(trouble);
  if (template !== undefined) return { path: template, advice: { is: 'give-name' } };
  if (field === 'metadata.name') return { advice: { is: 'give-name' } };
  if (field === 'spec.selector') {
    if (trouble.kind.kind === 'ReplicationController') return templateMissing(trouble);
    return { advice: { is: 'select-something', labels: labelsOfTemplate(trouble) } };
  }
  if (field.endsWith('restartPolicy')) return { advice: { is: 'restart-never-or-on-failure' } };
  if (message.includes('must specify a handler type')) return { advice: { is: 'add-handler' } };
  // Some required values are required only because of others, and the message says of which.
  const [, inBrackets, last = ''] = /(?:\[([^\]]+)\]|([\w-]+))$/.exec(field) ?? [];
  const name = inBrackets ?? last;
  const example = EXAMPLES.get(name);
  if (example !== undefined) return { advice: { is: 'add-example', example } };
  return /^Required value$/.test(message) ? { advice: { is: 'add-field', field: name } } : undefined;
}

/** A ReplicationController selects by the labels of its template, if it has any. */
function templateMissing(trouble: Trouble): Remedy {
  const { value } = locate(trouble.kind.schema, trouble.object, 'spec.template');
  if (!isMap(value)) return { advice: { is: 'add-field', field: 'template' } };
  return { path: 'spec.template', advice: { is: 'template-lacks', labels: labelsOfTemplate(trouble) } };
}

/** A claim template without a name makes a volume without one, which is what the API server misses. */
function namelessTemplate({ kind, object, field }: Trouble): string | undefined {
  const [, index] =
    /^spec\.template\.spec\.volumes\[(\d+)\]\.(?:name|persistentVolumeClaim\.claimName)$/.exec(field) ?? [];
  if (index === undefined || kind.kind !== 'StatefulSet') return undefined;
  const volumes = locate(kind.schema, object, 'spec.template.spec.volumes').value;
  if (Array.isArray(volumes) && Number(index) < volumes.length) return undefined;
  const templates = locate(kind.schema, object, 'spec.volumeClaimTemplates').value;
  const nameless = (Array.isArray(templates) ? (templates as unknown[]) : []).findIndex(
    (it) => isMap(it) && !(isMap(it.metadata) && it.metadata.name),
  );
  return nameless < 0 ? undefined : `spec.volumeClaimTemplates[${nameless}].metadata`;
}
