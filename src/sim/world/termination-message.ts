// What a container leaves behind as its last words: the file it wrote them to, or the end of its log.
// See https://kubernetes.io/docs/tasks/debug/debug-application/determine-reason-pod-failure/
import type { Container } from '../api/pod.ts';
import type { ContainerLog } from './container-log.ts';
import type { FileSystem } from './file-system.ts';
import { FileError } from './file-system.ts';

const maxFileChars = 4096;
const maxLogChars = 2048;
const maxLogLines = 80;

export function readTerminationMessage(
  files: FileSystem | undefined,
  spec: Container,
  exitCode: number,
  log: ContainerLog,
): string | undefined {
  const written = readFile(files, spec.terminationMessagePath ?? '/dev/termination-log');
  if (written !== '') return written;
  if (exitCode === 0 || spec.terminationMessagePolicy !== 'FallbackToLogsOnError') return undefined;
  const lines = log.read().lines.slice(-maxLogLines);
  return lines
    .map(({ text }) => `${text}\n`)
    .join('')
    .slice(-maxLogChars);
}

function readFile(files: FileSystem | undefined, path: string): string {
  try {
    return files?.read(path).slice(0, maxFileChars) ?? '';
  } catch (error) {
    if (error instanceof FileError) return '';
    throw error;
  }
}
