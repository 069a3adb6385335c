// The pod that `kubectl run` makes of its flags.
import type { Container, KubeObject, Pod } from '../sim/index.ts';
import type { Context } from './command.ts';
import { helpfulError, usageError } from './command.ts';

/** Throws `CommandError` for flags that make no pod. */
export function podToRun(context: Context, name: string, words: readonly string[]): Pod {
  const { flags, command, namespace } = context;
  const restart = flags.text('restart') ?? 'Always';
  if (restart !== 'Always' && restart !== 'OnFailure' && restart !== 'Never') {
    throw helpfulError(command, `invalid restart policy: ${restart}`);
  }
  const annotations = entriesOf(flags.list('annotations'), 'annotation');
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      ...(annotations.length > 0 ? { annotations: Object.fromEntries(annotations) } : {}),
      labels: labelsOf(context, name),
      ...(flags.has('namespace') ? { namespace } : {}),
    },
    spec: {
      containers: [containerToRun(context, name, words)],
      dnsPolicy: 'ClusterFirst',
      restartPolicy: restart,
    },
    status: {},
  };
}

/** The service of --expose. Throws `CommandError` without a port. */
export function serviceToRun({ flags, command, namespace }: Context, pod: Pod): KubeObject {
  const port = portOf(flags.text('port'));
  if (port === undefined) throw helpfulError(command, '--port must be set when exposing a service');
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: pod.metadata.name, ...(flags.has('namespace') ? { namespace } : {}) },
    spec: { ports: [{ port, protocol: 'TCP', targetPort: port }], selector: pod.metadata.labels },
    status: { loadBalancer: {} },
  } as KubeObject;
}

function containerToRun({ flags, command }: Context, name: string, words: readonly string[]): Container {
  const image = flags.text('image') ?? '';
  if (image === '') throw usageError('--image is required');
  if (!/^[a-z0-9]/i.test(image) || /[\s]/.test(image)) {
    throw usageError(`Invalid image name ${JSON.stringify(image)}: invalid reference format`);
  }
  const policy = flags.text('image-pull-policy');
  if (policy && !['Always', 'IfNotPresent', 'Never'].includes(policy)) {
    throw helpfulError(command, `invalid image pull policy: ${policy}`);
  }
  const env = entriesOf(flags.list('env'), 'env').map(([key, value]) => ({ name: key, value }));
  const port = portOf(flags.text('port'));
  const isOpen = flags.bool('stdin');
  return {
    name,
    image,
    ...(words.length === 0 ? {} : flags.bool('command') ? { command: [...words] } : { args: [...words] }),
    ...(env.length > 0 ? { env } : {}),
    ...(policy ? { imagePullPolicy: policy as 'Always' } : {}),
    ...(port === undefined ? {} : { ports: [{ containerPort: port }] }),
    resources: {},
    ...(flags.bool('privileged') ? { securityContext: { privileged: true } } : {}),
    ...(isOpen ? { stdin: true } : {}),
    ...(isOpen && !flags.bool('leave-stdin-open') ? { stdinOnce: true } : {}),
    ...(flags.bool('tty') ? { tty: true } : {}),
  };
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (!/^[+-]?\d{1,15}$/.test(text)) {
    throw usageError(`strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`);
  }
  return Number(text);
}

function labelsOf({ flags }: Context, name: string): Record<string, string> {
  const text = flags.text('labels');
  if (!text) return { run: name };
  const entries = text.split(',').map((pair) => {
    const [key = '', value, ...more] = pair.split('=');
    if (key === '' || value === undefined || more.length > 0)
      throw usageError(`unexpected label spec: ${pair}`);
    return [key, value] as const;
  });
  return Object.fromEntries(entries);
}

function entriesOf(pairs: readonly string[], what: string): (readonly [string, string])[] {
  return pairs.map((pair) => {
    const equals = pair.indexOf('=');
    if (equals <= 0) throw usageError(`invalid ${what}: ${pair}`);
    return [pair.slice(0, equals), pair.slice(equals + 1)] as const;
  });
}
