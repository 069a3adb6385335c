// A provisioned volume that is deleted and written again under its name: whether its data is there depends on who deleted it.
import { expect, test } from 'vitest';
import { createSession } from './session.ts';

const claim = (name: string) => `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: ${name}}
spec:
  accessModes: [ReadWriteOnce]
  resources: {requests: {storage: 1Gi}}
`;

const podOf = (name: string, command: string) => `
apiVersion: v1
kind: Pod
metadata: {name: ${name}}
spec:
  restartPolicy: Never
  containers:
  - name: c
    image: busybox:1.36
    command: [sh, -c, '${command}']
    volumeMounts: [{name: v, mountPath: /data}]
  volumes: [{name: v, persistentVolumeClaim: {claimName: ${name}}}]
`;

const files = new Map([
  ['first.yaml', `${claim('first')}---${podOf('first', 'echo page one > /data/book')}`],
  ['second.yaml', `${claim('second')}---${podOf('second', 'cat /data/book')}`],
]);

test.each([
  ['its owner, the data is there', 'Retain', 'kubectl delete pv --all', 'page one\n'],
  [
    'the provisioner, the data is gone',
    'Delete',
    'sleep 5',
    "cat: can't open '/data/book': No such file or directory\n",
  ],
])('deleted by %s', (_, policy, removal, printed) => {
  const session = createSession({ seed: 1, nodes: 2, files, freeze: true });
  const run = (line: string) => {
    const execution = session.perform({ do: 'run', line });
    session.terminal.finish();
    return (execution?.output ?? []).map(({ text }) => text).join('');
  };
  run('kubectl apply -f first.yaml; sleep 5');
  run(`kubectl patch $(kubectl get pv -o name) -p '{"spec":{"persistentVolumeReclaimPolicy":"${policy}"}}'`);
  run("kubectl get pv -o json | jq '.items[0] | del(.spec.claimRef, .metadata.uid)' > volume.json");
  run('kubectl delete pod,pvc first');
  run(removal);
  expect(run('kubectl get pv -o name')).toBe('');
  run("jq 'del(.status, .metadata.resourceVersion)' volume.json | kubectl create -f -");
  run('kubectl apply -f second.yaml; sleep 10');
  expect(run('kubectl get pv -o name').trim().split('\n')).toHaveLength(1);
  expect(run('kubectl logs second')).toBe(printed);
});
