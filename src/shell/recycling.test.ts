// A volume with the deprecated reclaim policy Recycle, from its first claim to its second.
import { expect, test } from 'vitest';
import { createSession } from './session.ts';

const volume = `
apiVersion: v1
kind: PersistentVolume
metadata: {name: shared}
spec:
  capacity: {storage: 1Gi}
  accessModes: [ReadWriteOnce]
  persistentVolumeReclaimPolicy: Recycle
  hostPath: {path: /tmp/shared}
`;

const claimedBy = (name: string, command: string) => `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: ${name}}
spec:
  accessModes: [ReadWriteOnce]
  storageClassName: ""
  resources: {requests: {storage: 1Gi}}
---
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
  ['volume.yaml', volume],
  [
    'first.yaml',
    claimedBy('first', 'mkdir /data/sub && echo a > /data/a && echo b > /data/sub/.b; ls -A /data'),
  ],
  ['second.yaml', claimedBy('second', 'ls -A /data | wc -l')],
]);

test('is emptied when its claim goes, and the next claim finds no old files', () => {
  const session = createSession({ seed: 1, nodes: 1, files, freeze: true });
  const run = (line: string) => {
    const execution = session.perform({ do: 'run', line });
    session.terminal.finish();
    return (execution?.output ?? []).map(({ text }) => text).join('');
  };
  const state = () => run("kubectl get pv shared -o jsonpath='{.status.phase} {.spec.claimRef.name}'");

  run('kubectl apply -f volume.yaml -f first.yaml; sleep 5');
  expect([state(), run('kubectl logs first')]).toEqual(['Bound first', 'a\nsub\n']);
  run('kubectl delete pod,pvc first');
  expect(state()).toBe('Released first');
  run('sleep 20');
  expect(state()).toBe('Available ');
  expect(run('kubectl get pods -o name')).toBe('');
  expect(run('kubectl events --for pv/shared')).toMatch(/Normal +VolumeRecycled .*Volume recycled/);
  run('kubectl apply -f second.yaml; sleep 5');
  expect([state(), run('kubectl logs second')]).toEqual(['Bound second', '0\n']);
});
