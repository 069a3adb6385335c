import { describe, expect, test } from 'vitest';
import type { Locale } from '../../../../grader/locale.ts';
import { LiveSession } from '../live-session.ts';
import { answerWhy } from './answer-why.ts';
import type { WhyAbout, WhyView } from './view.ts';

const SET = `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web}
spec:
  serviceName: web
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: nginx, image: nginx:1.25}]}
`;

const VOLUME_AND_CLAIM = `apiVersion: v1
kind: PersistentVolume
metadata: {name: old-disk}
spec:
  capacity: {storage: 1Gi}
  accessModes: [ReadWriteOnce]
  persistentVolumeReclaimPolicy: Retain
  storageClassName: ""
  hostPath: {path: /mnt/old}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: archive}
spec:
  accessModes: [ReadWriteOnce]
  storageClassName: ""
  resources: {requests: {storage: 1Gi}}
`;

function played(commands: readonly string[], settled = true): LiveSession {
  const session = new LiveSession({
    do: 'open',
    seed: 1,
    nodes: 3,
    files: [['web.yaml', SET]],
    startScript: '',
    settleMs: 0,
  });
  for (const line of commands) {
    session.run(line);
    if (settled) session.run('settle');
    session.play(60);
    for (let passed = 0; passed < 4000; passed += 30) session.tick(30, () => false);
    session.pause();
  }
  return session;
}

function ask(session: LiveSession, about: WhyAbout, locale: Locale = 'en'): WhyView {
  const answer = answerWhy(session.cluster, session.facts, about, locale);
  if (!answer) throw new Error('there is no such thing');
  return answer;
}

const told = ({ steps }: WhyView): string[] =>
  steps.map(({ who, text, command }) => `${command ? `$ ${command}: ` : `${who}: `}${text}`);

const pod = (name: string) => ({ kind: 'Pod', namespace: 'default', name });

describe('why', () => {
  test('a pod is there: from the command, by way of who waited for whom', () => {
    const session = played(['kubectl apply -f web.yaml', 'kubectl scale sts web --replicas=4']);
    expect(told(ask(session, pod('web-3')))).toEqual([
      '$ kubectl scale sts web --replicas=4: changed the replicas of StatefulSet web from 2 to 4',
      'kubelet: Pod web-2 became Ready',
      'statefulset-controller: created Pod web-3',
      expect.stringMatching(/^default-scheduler: chose node-\d for Pod web-3$/),
      'kubelet: Pod web-3 became Ready',
    ]);
  });

  test('a pod of a Deployment goes back to the command by way of its ReplicaSet, in Korean', () => {
    const session = played([
      'kubectl create deployment shop --image=nginx:1.25 --replicas=1',
      'kubectl set image deploy/shop nginx=nginx:1.24',
    ]);
    const { uid = '', name = '' } = session.firstFrame().picture?.pods[0] ?? {};
    expect(told(ask(session, { uid }, 'ko'))).toEqual([
      '$ kubectl set image deploy/shop nginx=nginx:1.24: 디플로이먼트 shop의 nginx 이미지 변경: nginx:1.25 → nginx:1.24',
      expect.stringMatching(/^deployment-controller: 레플리카셋 shop-\w+ 생성$/),
      `replicaset-controller: 파드 ${name} 생성`,
      expect.stringContaining(`파드 ${name}의 노드로 node-`),
      `kubelet: 파드 ${name} 준비됨(Ready)`,
    ]);
  });

  test('a workload tells what its controller did with what it manages', () => {
    const session = played([
      'kubectl create deployment shop --image=nginx:1.25 --replicas=1',
      'kubectl set image deploy/shop nginx=nginx:1.24',
    ]);
    const answer = ask(session, { kind: 'Deployment', namespace: 'default', name: 'shop' });
    expect(answer.now).toEqual(['All is as wanted: 1 of 1 ready.']);
    const [, first, , second, last] = told(answer);
    expect([first, second, last]).toEqual([
      expect.stringMatching(/^deployment-controller: created ReplicaSet/),
      expect.stringMatching(/^deployment-controller: created ReplicaSet/),
      expect.stringMatching(/^deployment-controller: changed the replicas of ReplicaSet \S+ from 1 to 0$/),
    ]);
  });

  test('a pod that was replaced says whose wish that was', () => {
    const session = played(['kubectl apply -f web.yaml', 'kubectl delete pod web-0']);
    const [first] = told(ask(session, pod('web-0')));
    expect(first).toBe('$ kubectl delete pod web-0: asked for the end of Pod web-0');
  });

  test('what is done to the world is told where it is felt', () => {
    const session = played(['kubectl apply -f web.yaml', 'crash web-0; node node-1 down']);
    expect(told(ask(session, { kind: 'Node', namespace: '', name: 'node-1' }))).toEqual([
      '$ crash web-0; node node-1 down: ',
      'node-controller: Node node-1 is no longer Ready',
    ]);
    expect(told(ask(session, pod('web-0')))).toContain('$ crash web-0; node node-1 down: ');
  });

  test('a volume that its claim has left is drawn, and says what becomes of it', () => {
    const session = played([
      `kubectl apply -f - <<'END'\n${VOLUME_AND_CLAIM}END`,
      'kubectl delete pvc archive',
    ]);
    expect(session.firstFrame().picture?.freeVolumes).toMatchObject([
      { name: 'old-disk', status: 'Released', capacity: '1Gi', claim: 'default/archive' },
    ]);
    const disk = { kind: 'PersistentVolume', namespace: '', name: 'old-disk' };
    expect(ask(session, disk).now).toEqual([expect.stringMatching(/^Its claim default\/archive is gone\./)]);
    expect(ask(session, disk, 'ko').now).toEqual([expect.stringContaining('claimRef')]);
  });

  test('a volume that is kept for a claim says for which', () => {
    const [volume = ''] = VOLUME_AND_CLAIM.split('---\n');
    const kept = `${volume}  claimRef: {namespace: default, name: later}\n`;
    const session = played([`kubectl apply -f - <<'END'\n${kept}END`]);
    expect(session.firstFrame().picture?.freeVolumes).toMatchObject([
      { name: 'old-disk', status: 'Available', claim: 'default/later' },
    ]);
    const disk = { kind: 'PersistentVolume', namespace: '', name: 'old-disk' };
    expect(ask(session, disk).now).toEqual(['It is kept for the claim default/later.']);
  });

  test('a volume that a claim holds is drawn with the claim alone', () => {
    const session = played([`kubectl apply -f - <<'END'\n${VOLUME_AND_CLAIM}END`]);
    const { claims, freeVolumes } = session.firstFrame().picture ?? {};
    expect(freeVolumes).toEqual([]);
    expect(claims).toMatchObject([{ name: 'archive', status: 'Bound', volume: 'old-disk' }]);
    const disk = { kind: 'PersistentVolume', namespace: '', name: 'old-disk' };
    expect(ask(session, disk).now).toEqual(['The claim default/archive holds it.']);
  });

  test('nothing is told of what there is not', () => {
    const session = played([]);
    expect(answerWhy(session.cluster, session.facts, pod('web-0'), 'en')).toBeUndefined();
    expect(answerWhy(session.cluster, session.facts, { uid: 'x' }, 'en')).toBeUndefined();
  });
});

const CPU = `{"spec":{"containers":[{"name":"big","image":"nginx:1.25","resources":{"requests":{"cpu":"64"}}}]}}`;
const HOPELESS =
  'apiVersion: batch/v1\nkind: Job\nmetadata: {name: hopeless}\nspec: {backoffLimit: 0, template: {spec: {restartPolicy: Never, containers: [{name: c, image: "busybox:1.36", command: ["false"]}]}}}';
const SLOW = `{"spec":{"containers":[{"name":"slow","image":"nginx:1.25","readinessProbe":{"httpGet":{"path":"/nope","port":80}}}]}}`;

test.each([
  [
    'a crash loop',
    ['kubectl run bad --image=busybox:1.36 -- false'],
    pod('bad'),
    'Container bad ended (exit code 1).',
  ],
  ['no room', [`kubectl run big --image=nginx:1.25 --overrides='${CPU}'`], pod('big'), '3 Insufficient cpu'],
  ['no such image', ['kubectl run typo --image=nginx:9.99'], pod('typo'), 'Container typo waits: '],
  [
    'a probe',
    [`kubectl run slow --image=nginx:1.25 --overrides='${SLOW}'`],
    pod('slow'),
    'its readiness probe does not pass',
  ],
  [
    'its turn',
    ['kubectl apply -f web.yaml', 'kubectl set image sts/web nginx=nginx:9.99'],
    { kind: 'StatefulSet', namespace: 'default', name: 'web' },
    'it waits until web-1 is Ready',
  ],
  [
    'completions of a Job',
    ['kubectl create job hello --image=busybox:1.36 -- true', 'sleep 20'],
    { kind: 'Job', namespace: 'default', name: 'hello' },
    '1 of 1 completed.',
  ],
  [
    'a Job that was given up',
    [`kubectl apply -f - <<'END'\n${HOPELESS}\nEND`, 'sleep 60'],
    { kind: 'Job', namespace: 'default', name: 'hopeless' },
    'It has failed: Job has reached the specified backoff limit.',
  ],
  [
    'nothing to select',
    ['kubectl create service clusterip nope --tcp=80:80'],
    { kind: 'Service', namespace: 'default', name: 'nope' },
    'Its selector, app=nope, matches the labels of no pod',
  ],
] as const)('it says what is waited for: %s', (_, commands, about, words) => {
  expect(ask(played(commands), about).now.join('\n')).toContain(words);
});
