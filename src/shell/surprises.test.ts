// What a real 1.36 does that is usually taught wrongly: each of these was seen in recordings of one, and happens here too.
import { describe, expect, test } from 'vitest';
import { createSession } from './session.ts';

const containers = "containers: [{name: c, image: 'nginx:1.24'}]";
const workload = (kind: string, name: string, spec = '', apiVersion = 'apps/v1') => `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: {name: ${name}}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec: {${containers}}
${spec}---
`;
const pod = (name: string, spec: string) => `
apiVersion: v1
kind: Pod
metadata: {name: ${name}}
spec: {${spec}}
---
`;

/** A cluster, and what a line typed into it prints. */
function play(files: Readonly<Record<string, string>> = {}) {
  const session = createSession({ seed: 1, files: new Map(Object.entries(files)), freeze: true });
  return (line: string) => {
    const execution = session.perform({ do: 'run', line });
    session.terminal.finish();
    return (execution?.output ?? []).map(({ text }) => text).join('');
  };
}

type Run = ReturnType<typeof play>;

const lines = (text: string) => text.split('\n').filter((line) => line !== '');

/** READY and STATUS of the pods on a node, as `kubectl get pods` shows them. */
const podsOn = (run: Run, node: string, selector = '') =>
  lines(run(`kubectl get pods ${selector} -o wide --no-headers | grep ${node} | awk '{print $2, $3}'`));

describe('a lost node', () => {
  const everything = {
    'all.yaml': [
      workload('Deployment', 'd', '  replicas: 3\n'),
      workload('StatefulSet', 's', '  replicas: 3\n  serviceName: s\n'),
      workload('DaemonSet', 'ds'),
      'apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {clusterIP: None, selector: {app: s}, ports: [{port: 80}]}\n',
    ].join(''),
  };
  const start = () => {
    const run = play(everything);
    run('kubectl apply -f all.yaml; await 9 pods ready');
    return run;
  };
  const isReady = (run: Run, node: string) => / Ready /.test(run(`kubectl get node ${node} --no-headers`));
  const endpoints = (run: Run) =>
    run("kubectl get endpoints s 2>/dev/null -o jsonpath='{.subsets[*].addresses[*].ip}'").split(' ').length;

  test('is NotReady after 43 to 50 seconds; its pods go on showing 1/1 Running, only their endpoints go', () => {
    const run = start();
    run('node node-2 down; sleep 42');
    expect([isReady(run, 'node-2'), endpoints(run)]).toEqual([true, 3]);
    run('sleep 9');
    expect([isReady(run, 'node-2'), endpoints(run)]).toEqual([false, 2]);
    expect(new Set(podsOn(run, 'node-2'))).toEqual(new Set(['1/1 Running']));
    const lost = run('kubectl get pods -o wide --no-headers')
      .split('\n')
      .find((row) => row.includes('node-2'));
    const condition = `{.status.conditions[?(@.type=="Ready")].status}`;
    expect(run(`kubectl get pod ${lost?.split(' ')[0]} -o jsonpath='${condition}'`)).toBe('False');
    expect(run('kubectl get ds ds --no-headers')).toMatch(/^ds +2 +2 +2 /);
  });

  test('loses its pods after tolerationSeconds: replaced by a Deployment, but by a StatefulSet only once deleted by force', () => {
    const run = start();
    run('node node-2 down; sleep 45');
    expect(podsOn(run, 'node-2', '-l app=d')).toEqual(['1/1 Running']);
    run('sleep 320');
    expect(podsOn(run, 'node-2', '-l app=d')).toEqual(['1/1 Terminating']);
    expect(podsOn(run, 'node-2', '-l app=s')).toEqual(['1/1 Terminating']);
    expect(podsOn(run, 'node-2', '-l app=ds')).toEqual(['1/1 Running']);
    expect(run('kubectl get deploy d --no-headers')).toMatch(/^d +3\/3 /);
    expect(run('kubectl get sts s --no-headers')).toMatch(/^s +2\/3 /);
    run('sleep 600');
    expect(run('kubectl get sts s --no-headers')).toMatch(/^s +2\/3 /);
    run(
      'kubectl delete pod --force $(kubectl get pods -l app=s --no-headers | awk \'$3 == "Terminating" {print $1}\'); sleep 10',
    );
    expect(run('kubectl get sts s --no-headers')).toMatch(/^s +3\/3 /);
  });

  test('keeps its pods where all nodes are lost, but not where two of three are', () => {
    const run = start();
    run('node node-2 down; node node-3 down; sleep 400');
    expect(podsOn(run, 'node-2', '-l app=d')).toEqual(['1/1 Terminating']);
    const all = start();
    all('for n in 1 2 3; do node node-$n down; done; sleep 900');
    expect(all('kubectl get nodes --no-headers').match(/NotReady/g)).toHaveLength(3);
    expect(lines(all('kubectl get pods --no-headers')).filter((row) => !/1\/1 +Running/.test(row))).toEqual(
      [],
    );
  });

  test('leaves pods that show Running for over a minute after its object is deleted', () => {
    const run = start();
    run('node node-2 down; sleep 60; kubectl delete node node-2; sleep 61');
    expect(podsOn(run, 'node-2')).toContain('1/1 Running');
  });
});

test.each([
  ['nginx:1.24', '', 'Completed'],
  ['busybox:1.36', '-- sleep 1000', 'Error'],
])(
  'a deleted pod of %s shows how its containers ended for a moment after Terminating',
  (image, command, status) => {
    const run = play();
    run(`kubectl run p --image=${image} ${command}; sleep 3`);
    const rows = lines(
      run('kubectl delete pod p --grace-period=3 --wait=false; timeout 10 kubectl get pod p -w --no-headers'),
    );
    expect(rows.slice(1).map((row) => row.split(/ +/)[2])).toEqual(
      expect.arrayContaining(['Terminating', status]),
    );
    expect(rows.at(-1)).toContain(status);
  },
);

test('a liveness kill ends with 137 only where SIGTERM is ignored, else with the own code of the process', () => {
  const probe = 'livenessProbe: {exec: {command: ["false"]}, periodSeconds: 1, failureThreshold: 1}';
  const run = play({
    'pods.yaml':
      pod(
        'server',
        `terminationGracePeriodSeconds: 3, containers: [{name: c, image: 'nginx:1.24', ${probe}}]`,
      ) +
      pod(
        'deaf',
        `terminationGracePeriodSeconds: 3, containers: [{name: c, image: 'busybox:1.36', command: [sleep, '999'], ${probe}}]`,
      ),
  });
  run('kubectl apply -f pods.yaml; sleep 8');
  const last = (name: string) =>
    run(
      `kubectl get pod ${name} -o jsonpath='{range .status.containerStatuses[0].lastState.terminated}{.exitCode} {.reason}{end}'`,
    );
  expect([last('server'), last('deaf')]).toEqual(['0 Completed', '137 Error']);
});

test('a command that does not exist gives 128 with reason StartError', () => {
  const run = play();
  run('kubectl run p --image=busybox:1.36 --restart=Never --command -- nosuch; sleep 3');
  const path = '{.status.containerStatuses[0].state.terminated';
  expect(run(`kubectl get pod p -o jsonpath='${path}.exitCode} ${path}.reason}'`)).toBe('128 StartError');
});

test('a crash loop restarts at once the first time; CrashLoopBackOff shows late in each wait', () => {
  const run = play();
  run("kubectl run p --image=busybox:1.36 -- sh -c 'sleep 2; exit 1'");
  const rows = lines(run('timeout 60 kubectl get pod p -w --no-headers')).map((row) =>
    row.split(/ +/).slice(2, 4).join(' '),
  );
  const changes = rows.filter((row, i) => row !== rows[i - 1] && !/Pending|Creating/.test(row));
  expect(changes).toEqual([
    'Running 0',
    'Error 0',
    'Running 1',
    'Error 1',
    'CrashLoopBackOff 1',
    'Running 2',
    'Error 2',
    'CrashLoopBackOff 2',
    'Running 3',
    'Error 3',
  ]);
  // In the middle of a wait it is still Error.
  const again = play();
  again("kubectl run p --image=busybox:1.36 -- sh -c 'sleep 2; exit 1'; sleep 12");
  expect(again('kubectl get pod p --no-headers')).toMatch(/ Error /);
});

describe('kubectl', () => {
  const notFound = 'Error from server (NotFound): the server could not find the requested resource\n';

  test('scales neither Jobs nor DaemonSets', () => {
    const run = play({ 'ds.yaml': workload('DaemonSet', 'ds') });
    run('kubectl create job j --image=busybox:1.36 -- sleep 100; kubectl apply -f ds.yaml');
    expect(run('kubectl scale job j --replicas=3')).toBe(notFound);
    expect(run('kubectl scale ds ds --replicas=3')).toBe(notFound);
  });

  test('still orphans with --cascade=false, with a warning, and names the namespace of what it deletes', () => {
    const run = play();
    run(
      'kubectl create deploy web --image=nginx:1.24; kubectl create ns shop; kubectl run a -n shop --image=nginx:1.24; sleep 3',
    );
    expect(run('kubectl delete deploy web --cascade=false')).toBe(
      'warning: --cascade=false is deprecated (boolean value) and can be replaced with --cascade=orphan.\ndeployment.apps "web" deleted from default namespace\n',
    );
    expect(lines(run('sleep 5; kubectl get rs,pods -o name'))).toHaveLength(2);
    expect(run('kubectl delete pod a -n shop')).toBe('pod "a" deleted from shop namespace\n');
  });

  test('itself fails on versions that are gone; misspelt fields are refused by the server', () => {
    const run = play({
      'old.yaml': workload('Deployment', 'web', '', 'apps/v1beta1'),
      'misspelt.yaml': workload('Deployment', 'web').replace('template:', 'templates:'),
      'operator.yaml': workload('Deployment', 'web').replace(
        'matchLabels: {app: web}',
        'matchExpressions: [{key: a, operator: DoesNotExists}]',
      ),
    });
    expect(run('kubectl create -f old.yaml')).toBe(
      'error: resource mapping not found for name: "web" namespace: "" from "old.yaml": no matches for kind "Deployment" in version "apps/v1beta1"\nensure CRDs are installed first\n',
    );
    expect(run('kubectl create -f misspelt.yaml')).toContain(
      'strict decoding error: unknown field "spec.templates"',
    );
    expect(run('kubectl create -f operator.yaml')).toContain(
      '"DoesNotExists": not a valid selector operator',
    );
  });

  test('warns that rollout undo leaves the last applied configuration behind, and that Endpoints are deprecated', () => {
    const run = play({ 'd.yaml': workload('Deployment', 'web') });
    run('kubectl apply -f d.yaml; sleep 3; kubectl set image deploy/web c=nginx:1.25; sleep 5');
    expect(run('kubectl rollout undo deploy/web')).toMatch(
      /^Warning: resource deployments\/web was previously managed with 'kubectl apply'\./,
    );
    expect(run('kubectl get endpoints')).toMatch(/^Warning: v1 Endpoints is deprecated in v1\.33\+/);
  });
});

describe('what is written', () => {
  const map = (metadata: string, data: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m${metadata}}\ndata: {${data}}\n`;
  const limited = (memory: string) =>
    pod('p', `containers: [{name: c, image: 'nginx:1.24', resources: {limits: {memory: ${memory}}}}]`);
  const scheduled = (schedule: string) =>
    `apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: c}\nspec: {schedule: '${schedule}', jobTemplate: {spec: {template: {spec: {restartPolicy: Never, ${containers}}}}}}\n`;

  test.each([
    ['Sunday as 7', scheduled('0 0 * * 7'), 'above maximum (6): 7'],
    ['a time zone in a schedule', scheduled('TZ=UTC 0 0 * * *'), 'cannot use TZ or CRON_TZ in schedule'],
    ['64MB', limited('64MB'), 'quantities must match the regular expression'],
    ['1GiB', limited('1GiB'), 'quantities must match the regular expression'],
    ['an unquoted yes as a label', map(', labels: {a: yes}', ''), 'cannot unmarshal bool'],
    ['a number as a value of a ConfigMap', map('', 'port: 80'), 'cannot unmarshal number'],
  ])('is refused: %s', (_what, manifest, words) => {
    const run = play({ 'm.yaml': manifest });
    expect(run('kubectl create -f m.yaml')).toContain(words);
    expect(run('kubectl get cm m; kubectl get pods,cronjobs')).toMatch(
      /"m" not found[\s\S]*No resources found/,
    );
  });

  test('is accepted: a StatefulSet without serviceName, whose maxUnavailable is dropped in silence', () => {
    const update = '  updateStrategy: {rollingUpdate: {maxUnavailable: 2}}\n';
    const run = play({ 's.yaml': workload('StatefulSet', 's', update) });
    expect(run('kubectl create -f s.yaml')).toBe('statefulset.apps/s created\n');
    expect(run("kubectl get sts s -o jsonpath='{.spec.updateStrategy.rollingUpdate}'")).toBe(
      '{"partition":0}',
    );
  });

  test('is accepted: a Service named 1web; duplicate ports and variables, with a warning', () => {
    const twice =
      'ports: [{containerPort: 80}, {containerPort: 80}], env: [{name: A, value: a}, {name: A, value: b}]';
    const run = play({ 'p.yaml': pod('p', `containers: [{name: c, image: 'nginx:1.24', ${twice}}]`) });
    expect(run('kubectl create service clusterip 1web --tcp=80')).toBe('service/1web created\n');
    expect(run('kubectl create -f p.yaml')).toMatch(/^Warning: [\s\S]*Warning: [\s\S]*pod\/p created\n$/);
  });

  test('twice under one key counts the last time', () => {
    const run = play({ 'm.yaml': map('', 'k: first, k: last') });
    run('kubectl create -f m.yaml');
    expect(run("kubectl get cm m -o jsonpath='{.data.k}'")).toBe('last');
  });

  test.each([
    ['n', 'false'],
    ['y', 'true'],
    ['on', 'true'],
    ['yes', 'true'],
  ])('as an unquoted key %s makes a label named %s', (key, label) => {
    const run = play({ 'm.yaml': map(`, labels: {${key}: a}`, '') });
    run('kubectl create -f m.yaml');
    expect(JSON.parse(run("kubectl get cm m -o jsonpath='{.metadata.labels}'"))).toEqual({ [label]: 'a' });
  });
});

test('a stuck update of a StatefulSet goes on only once the broken pod is deleted by hand', () => {
  const run = play({ 's.yaml': workload('StatefulSet', 's', '  replicas: 2\n') });
  run('kubectl create -f s.yaml; await 2 pods ready');
  run('kubectl set image sts/s c=nginx:nosuch; sleep 60; kubectl set image sts/s c=nginx:1.25; sleep 600');
  expect(run('kubectl get pod s-1 --no-headers')).toMatch(/ (ErrImagePull|ImagePullBackOff) /);
  run('kubectl delete pod s-1; sleep 20');
  expect(lines(run('kubectl get pods -l app=s --no-headers')).every((row) => /1\/1 +Running/.test(row))).toBe(
    true,
  );
  expect(run("kubectl get pods -l app=s -o jsonpath='{.items[*].spec.containers[0].image}'")).toBe(
    'nginx:1.25 nginx:1.25',
  );
});

test('events speak of containers without their names', () => {
  const run = play();
  run('kubectl run p --image=nginx:1.24; sleep 3');
  const said = run('kubectl get events --field-selector involvedObject.name=p -o custom-columns=:.message');
  expect(lines(said)).toEqual(expect.arrayContaining(['Container created', 'Container started']));
});

test('a Job without completions shows them as 0/1 of its parallelism', () => {
  const job = `apiVersion: batch/v1\nkind: Job\nmetadata: {name: q}\nspec: {parallelism: 3, template: {spec: {restartPolicy: Never, ${containers}}}}\n`;
  const run = play({ 'q.yaml': job });
  expect(run('kubectl create -f q.yaml; kubectl get job q')).toMatch(/ 0\/1 of 3 /);
});
