// Where the kubeconfig stands: --kubeconfig, else the files of $KUBECONFIG, else ~/.kube/config.
//
// Departs: of several files in $KUBECONFIG the first is written, whichever holds the entry that is changed.
import type { Process } from '../../sim/index.ts';
import { parentOf, parseManifests, toYaml } from '../../sim/index.ts';
import { usageError } from '../command.ts';
import { absolutePath, homeOf } from '../paths.ts';
import type { Kubeconfig } from './kubeconfig.ts';
import { emptyKubeconfig, fromFile, givenKubeconfig, merged, toFile } from './kubeconfig.ts';

/** What is needed of a process to find and read files. */
export type Reader = Pick<Process, 'cwd' | 'env' | 'host'>;

/** The file as messages name it, which is the one that is written. */
export function kubeconfigPath(process: Reader, flag: string | undefined): string {
  return pathsOf(process, flag)[0] as string;
}

function pathsOf(process: Reader, flag: string | undefined): readonly string[] {
  if (flag) return [flag];
  const listed = (process.env.get('KUBECONFIG') ?? '').split(':').filter(Boolean);
  return listed.length > 0 ? listed : [`${homeOf(process)}/.kube/config`];
}

/** What the files say together; those that are not there say nothing. Throws `CommandError` where one does not parse. */
export function readKubeconfig(process: Reader, flag?: string): Kubeconfig {
  const paths = pathsOf(process, flag);
  const isUsual = !flag && !process.env.get('KUBECONFIG');
  return paths
    .map((path) => readFile(process, path) ?? (isUsual ? givenKubeconfig : emptyKubeconfig))
    .reduce(merged);
}

/** Whether the file that --kubeconfig names is there. */
export function isThere(process: Process, path: string): boolean {
  return process.host.files.stat(absolutePath(process, path)) !== undefined;
}

function readFile(process: Reader, path: string): Kubeconfig | undefined {
  const { files } = process.host;
  const where = absolutePath(process, path);
  if (files.stat(where)?.type !== 'file') return undefined;
  const { documents, error } = parseManifests(files.read(where));
  if (error !== undefined) {
    const why = error.replace(/^error converting YAML to JSON: /, '');
    throw usageError(`error loading config file ${JSON.stringify(path)}: ${why}`);
  }
  return fromFile(documents[0]);
}

export function writeKubeconfig(process: Process, flag: string | undefined, config: Kubeconfig): void {
  const { files } = process.host;
  const where = absolutePath(process, kubeconfigPath(process, flag));
  files.mkdir(parentOf(where), { parents: true });
  const { clusters, contexts, users, ...rest } = toFile(config);
  files.write(
    where,
    toYaml({ ...rest, clusters: clusters ?? [], contexts: contexts ?? [], users: users ?? [] }),
  );
}
