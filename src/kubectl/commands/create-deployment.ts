// kubectl create deployment.
import type { Container, Kind, KubeObject, Random } from '../../sim/index.ts';
import { DeploymentKind, generateName } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { usageError } from '../command.ts';
import { createGenerated, generatorFlags, nameOf } from './generate.ts';

export const createDeployment: Command = {
  words: ['create', 'deployment'],
  aliases: ['deploy'],
  summary: 'Create a deployment with the specified name',
  usage: 'kubectl create deployment NAME --image=image -- [COMMAND] [args...] [options]',
  takesProgram: true,
  flags: [
    { name: 'image', type: 'list', isRequired: true, help: 'The images of the containers' },
    ...generatorFlags,
    { name: 'port', type: 'int', default: '-1', help: 'The port that the first container serves' },
    { name: 'replicas', short: 'r', type: 'int', default: '1', help: 'How many pods there are to be' },
  ],
  run(context) {
    const deployment = deploymentFor(context, nameOf(context));
    return createGenerated(context, DeploymentKind as Kind, deployment, 'failed to create deployment');
  },
};

function deploymentFor(context: Context, name: string): KubeObject {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels },
    spec: {
      replicas: context.flags.int('replicas'),
      selector: { matchLabels: labels },
      strategy: {},
      template: { metadata: { labels }, spec: { containers: containersFor(context) } },
    },
    status: {},
  } as KubeObject;
}

function containersFor({ flags, rest = [], process }: Context): Container[] {
  const images = flags.list('image');
  if (images.length > 1 && rest.length > 0) {
    throw usageError('cannot specify multiple --image options and command');
  }
  const port = flags.int('port') ?? -1;
  return images.map((image, i) => ({
    name: containerName(image, process.host.random),
    image,
    ...(rest.length > 0 ? { command: [...rest] } : {}),
    ...(i === 0 && port >= 0 ? { ports: [{ containerPort: port }] } : {}),
    resources: {},
  }));
}

/** The last part of the image's name, without tag and digest; what a container may not be called gets a suffix. */
function containerName(image: string, random: Random): string {
  const name = image.split('/').at(-1)?.split(':')[0]?.split('@')[0] ?? '';
  return /[_.]/.test(name) ? generateName(`${name.replaceAll(/[_.]/g, '-')}-`, random) : name;
}
