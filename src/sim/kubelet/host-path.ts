// A folder or a file of the node as a volume: whether what lies at the path is what the pod says.
// Source: "Volumes: hostPath" in the documentation.
import type { NodeView, View } from '../component.ts';
import type { Result } from '../machinery/result.ts';
import { failure, success } from '../machinery/result.ts';
import type { Mount } from '../world/world.ts';

interface HostPath {
  readonly path: string;
  readonly type?: string;
}

/** Types of files that no node has here. */
const neverThere: Readonly<Record<string, string>> = {
  Socket: 'a socket file',
  CharDevice: 'a character device',
  BlockDevice: 'a block device',
};

export function hostPathSource(
  view: View & Partial<Pick<NodeView, 'world'>>,
  nodeName: string,
  { path, type = '' }: HostPath,
): Result<Mount['source']> {
  const found = view.world?.nodePath(nodeName, path);
  const complain = (what: string) => failure(`hostPath type check failed: ${path} is not ${what}`);
  if (neverThere[type] !== undefined) return complain(neverThere[type]);
  const mayBeMissing = type === '' || type.endsWith('OrCreate');
  if (type.startsWith('Directory') && found !== 'directory' && !(mayBeMissing && found === undefined))
    return complain('a directory');
  if (type.startsWith('File') && found !== 'file' && !(mayBeMissing && found === undefined))
    return complain('a file');
  return success({ type: 'host-path', path, ...(type === 'FileOrCreate' ? { isNewFile: true } : {}) });
}
