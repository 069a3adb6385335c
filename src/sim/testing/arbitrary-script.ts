// Random scripts of what a person does to a cluster: apply, scale, roll out, relabel, crash, delete (by force, too), fill
// disks, cut nodes off. Shrinking takes lines away first, so that what is reported is short.
import fc from 'fast-check';
import { workloads } from './workloads.ts';

const scaled = ['deploy/web', 'deploy/careful', 'deploy/fresh', 'rs/front', 'rc/old', 'sts/db', 'sts/ring'];
const rolled = ['deploy/web', 'deploy/careful', 'deploy/fresh', 'sts/db', 'sts/ring', 'ds/agent', 'ds/relay'];
/** Folders of pods: one that may hold 4 MiB, one that counts towards a limit of 6 MiB, one that outlives its pod. */
const disks = [
  ['deploy/cache', '/kept'],
  ['deploy/cache', '/tmp'],
  ['db-0', '/data'],
] as const;
const deployments = rolled.slice(0, 3);
const nodes = ['node-1', 'node-2', 'node-3'];

/** Changes of a specification that no other command makes. */
const patches = [
  `deploy/web {"spec":{"strategy":{"rollingUpdate":{"maxSurge":0,"maxUnavailable":"50%"}}}}`,
  `deploy/web {"spec":{"strategy":{"rollingUpdate":{"maxSurge":"100%","maxUnavailable":0}}}}`,
  `deploy/careful {"spec":{"strategy":{"type":"Recreate","rollingUpdate":null}}}`,
  `deploy/web {"spec":{"minReadySeconds":10}}`,
  `sts/db {"spec":{"updateStrategy":{"rollingUpdate":{"partition":2}}}}`,
  `sts/ring {"spec":{"updateStrategy":{"type":"OnDelete","rollingUpdate":null}}}`,
  `ds/agent {"spec":{"updateStrategy":{"rollingUpdate":{"maxSurge":"50%","maxUnavailable":0}}}}`,
  `ds/agent {"spec":{"template":{"spec":{"nodeSelector":{"kubernetes.io/hostname":"node-2"}}}}}`,
  `job/sums {"spec":{"parallelism":1}}`,
  `job/sums {"spec":{"parallelism":4}}`,
  `job/sums {"spec":{"suspend":true}}`,
  `job/sums {"spec":{"suspend":false}}`,
  `cronjob/tick {"spec":{"concurrencyPolicy":"Replace"}}`,
  `cronjob/tick {"spec":{"concurrencyPolicy":"Forbid","schedule":"*/2 * * * *"}}`,
];

/** Some pod, whichever is the nth in the list; the command is refused where there are fewer. */
const somePod = fc.integer({ min: 1, max: 8 }).map((n) => `$(kubectl get pods -o name | sed -n ${n}p)`);
const some = fc.constantFrom;

const lines: fc.Arbitrary<string>[] = [
  some(...workloads.keys()).map((name) => `kubectl apply -f ${name}.yaml`),
  fc
    .tuple(some(...workloads.keys()), some('background', 'foreground', 'orphan'))
    .map(([name, cascade]) => `kubectl delete -f ${name}.yaml --cascade=${cascade} --wait=false`),
  fc
    .tuple(some(...scaled), fc.integer({ min: 0, max: 6 }))
    .map(([what, n]) => `kubectl scale ${what} --replicas=${n}`),
  fc
    .tuple(some(...rolled), some('nginx:1.24', 'nginx:1.25', 'nginx:1.25', 'nginx:missing'))
    .map(([what, image]) => `kubectl set image ${what} main=${image}`),
  some(...patches).map((patch) => `kubectl patch ${patch.replace(' ', " -p '")}'`),
  some(...rolled).map((what) => `kubectl rollout undo ${what}`),
  some(...rolled).map((what) => `kubectl rollout restart ${what}`),
  fc
    .tuple(some('pause', 'resume'), some(...deployments))
    .map((words) => `kubectl rollout ${words.join(' ')}`),
  somePod.map((pod) => `kubectl delete ${pod} --wait=false`),
  somePod.map((pod) => `kubectl delete ${pod} --force --grace-period=0`),
  fc
    .tuple(somePod, some('web', 'front', 'db', 'agent', 'nobody'))
    .map(([pod, app]) => `kubectl label ${pod} app=${app} --overwrite`),
  fc.tuple(somePod, some(0, 1, 137)).map(([pod, code]) => `crash ${pod} --exit-code ${code}`),
  fc
    .tuple(some(...disks), fc.integer({ min: 1, max: 9 }))
    .map(([[pod, folder], n]) => `kubectl exec ${pod} -- dd if=/dev/zero of=${folder}/full bs=1M count=${n}`),
  fc
    .tuple(some(...nodes), some('down', 'down', 'up', 'up', 'off', 'on', 'reset'))
    .map(([node, state]) => `node ${node} ${state}`),
  some(...nodes).map((node) => `node ${node} down; sleep 90`),
  fc.tuple(some('cordon', 'uncordon'), some(...nodes)).map((words) => `kubectl ${words.join(' ')}`),
  some(...nodes).map((node) => `kubectl drain ${node} --ignore-daemonsets --force --timeout=20s`),
  fc
    .tuple(some(...nodes), some('odd=1:NoSchedule', 'odd=1:NoExecute', 'odd-'))
    .map((words) => `kubectl taint node ${words.join(' ')} --overwrite`),
];

const pauses = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map((seconds) => `sleep ${seconds}`),
  fc.integer({ min: 1, max: 9 }).map((tenths) => `sleep 0.${tenths}`),
  some('sleep 45', 'sleep 90', 'settle 60s'),
);

/** The lines of a script; the first apply something. Its files are those of `workloads`. */
export function arbitraryScript(maxLines = 40): fc.Arbitrary<readonly string[]> {
  const applied = fc.subarray([...workloads.keys()], { minLength: 3, maxLength: 9 });
  const step = fc.oneof({ weight: 3, arbitrary: fc.oneof(...lines) }, { weight: 2, arbitrary: pauses });
  return fc
    .tuple(applied, fc.array(step, { maxLength: maxLines, size: 'max' }))
    .map(([names, steps]) => [...names.map((name) => `kubectl apply -f ${name}.yaml`), ...steps]);
}
