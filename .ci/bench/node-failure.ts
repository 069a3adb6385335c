/** How long it takes to live through a node that fails: from the cut over NotReady to the eviction of its pods, and back. */
import { createSession } from '../../src/shell/session.ts';
import { coreMs, median, ms, say } from './figures.ts';

const manifest = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 6
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
      - {name: nginx, image: 'nginx:1.24', readinessProbe: {httpGet: {port: 80}, periodSeconds: 5}}
`;

/** Milliseconds of one core for the virtual minutes after the cut, everything before apart. */
function failureMs(minutes: number): number {
  const session = createSession({ seed: 1, files: new Map([['web.yaml', manifest]]) });
  const run = (line: string) => {
    session.perform({ do: 'run', line });
    session.terminal.finish();
  };
  run('kubectl apply -f web.yaml; await 6 pods ready');
  return coreMs(() => {
    run('node node-3 down');
    run(`sleep ${minutes * 60}`);
  });
}

/** So short a piece of work is over before the engine has made it quick: the first time is told by itself, and the middle of many. */
const RUNS = 25;

export function nodeFailure(): void {
  for (const minutes of [5, 10]) {
    const first = failureMs(minutes);
    const usual = median(() => failureMs(minutes), RUNS);
    say(`${minutes} minutes of a failed node: ${ms(usual)}, the first time ${ms(first)}`);
  }
}
