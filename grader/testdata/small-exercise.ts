// An exercise around the checks of one test: two pods are there when it begins, and commands are asked for.
import { type Exercise, parseExercise } from '../parse-exercise.ts';

const START = `kubectl run a --image=nginx:1.27 --labels=app=web
kubectl run b --image=nginx:1.27 --labels=app=web
kubectl wait --for=condition=Ready pod/a pod/b
`;

/** `checks`: YAML flow mappings without id and points, one a check; they are named check-0, check-1 … */
export function smallExercise(checks: readonly string[], options: { asks?: string; seeds?: string; limits?: string; images?: string } = {}): Exercise {
  const yaml = [
    'id: small',
    'revision: 1',
    'objectives: [pod.smallest]',
    `asks: ${options.asks ?? '{commands: true}'}`,
    `seeds: ${options.seeds ?? '[1]'}`,
    ...(options.limits ? [`limits: ${options.limits}`] : []),
    ...(options.images ? [`images: ${options.images}`] : []),
    'checks:',
    ...checks.map((check, index) => `  - {id: check-${index}, points: 1, ${check.slice(1)}`),
  ].join('\n');
  const sections = checks.map((_, index) => `## check-${index}\n\nWanted.\n\n### hint\n\nLook.\n`);
  const parsed = parseExercise(
    new Map([
      ['exercise.yaml', yaml],
      ['text/en.md', `# Small\n\nThe brief.\n\n${sections.join('\n')}`],
      ['start/start.sh', START],
    ]),
  );
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.value;
}
