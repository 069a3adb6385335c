import { describe, expect, test } from 'vitest';
import type { Locale } from '../../../../grader/locale.ts';
import { LiveSession } from '../live-session.ts';
import { answerWhy } from './answer-why.ts';
import type { WhyView } from './view.ts';

const QUOTA = `apiVersion: v1
kind: ResourceQuota
metadata: {name: few}
spec: {hard: {pods: "1"}}
`;
const BIG = `apiVersion: apps/v1
kind: Deployment
metadata: {name: big}
spec:
  replicas: 1
  selector: {matchLabels: {app: big}}
  template:
    metadata: {labels: {app: big}}
    spec: {containers: [{name: c, image: nginx:1.25, resources: {requests: {cpu: "64"}}}]}
`;

function played(commands: readonly string[]): LiveSession {
  const session = new LiveSession({
    do: 'open',
    seed: 1,
    nodes: 3,
    files: [
      ['quota.yaml', QUOTA],
      ['big.yaml', BIG],
    ],
    startScript: '',
    settleMs: 0,
  });
  for (const line of commands) {
    session.run(line);
    session.play(60);
    for (let passed = 0; passed < 1500; passed += 30) session.tick(30, () => false);
    session.pause();
  }
  return session;
}

const told = ({ steps }: WhyView): string[] =>
  steps.map(({ who, text, command }) => `${command ? `$ ${command}: ` : ''}${who}: ${text}`);

describe('why an event was said', () => {
  test.each([
    [
      'en',
      [/^The scheduler looked at every node/, 'Nodes: 3, not enough cpu left for what the pod requests.'],
      'said of Pod',
    ],
    [
      'ko',
      [/^스케줄러가 모든 노드를/, '노드 3개: 파드가 요청한 만큼의 cpu 여유가 없습니다.'],
      '에 대한 이벤트: FailedScheduling',
    ],
  ] as const)('a pod that no node has room for, %s', (locale, meaning, last) => {
    const session = played(['kubectl apply -f big.yaml']);
    const pod = session.firstFrame().picture?.pods[0];
    const about = { said: pod?.lastEvent ?? '', of: pod?.uid ?? '' };
    const answer = answerWhy(session.cluster, session.facts, about, locale);
    expect(about.said).toContain('FailedScheduling');
    expect(answer?.title).toBe(`FailedScheduling, Pod ${pod?.name}`);
    expect(answer?.now.slice(1)).toEqual(
      meaning.map((it) => (typeof it === 'string' ? it : expect.stringMatching(it))),
    );
    const steps = answer ? told(answer) : [];
    expect(steps[0]).toMatch(/^\$ kubectl apply -f big\.yaml: : /);
    expect(steps.some((step) => step.startsWith('replicaset-controller: '))).toBe(true);
    expect(steps.at(-1)).toMatch(/^default-scheduler: /);
    expect(steps.at(-1)).toContain(last);
  });

  test('what was never said has no answer', () => {
    const session = played([]);
    expect(answerWhy(session.cluster, session.facts, { said: 'Nothing: at all' }, 'en')).toBeUndefined();
  });
});

describe('why a request was refused', () => {
  const ask = (commands: readonly string[], locale: Locale = 'en'): WhyView => {
    const session = played(commands);
    const answer = answerWhy(session.cluster, session.facts, { denied: commands.length - 1 }, locale);
    if (!answer) throw new Error('no refusal is known');
    expect(told(answer).at(-1)).toMatch(/^\$ .*: kube-apiserver: /);
    return answer;
  };

  test('what is there already says since when, and who made it', () => {
    const answer = ask(['kubectl run one --image=nginx:1.25', 'kubectl run one --image=nginx:1.24']);
    expect(answer.title).toBe('kubectl run one --image=nginx:1.24');
    expect(answer.now[0]).toMatch(/^Pod one has been there since 0:00, and a name is taken once\./);
    expect(told(answer)[0]).toBe('$ kubectl run one --image=nginx:1.25: : created Pod one');
  });

  test('what is gone says since when, and who asked for its end', () => {
    const answer = ask([
      'kubectl create deployment shop --image=nginx:1.25',
      'kubectl delete deployment shop',
      'kubectl scale deployment shop --replicas=2',
    ]);
    expect(answer.now[0]).toMatch(/^Deployment shop was there, and has been gone since \d:\d\d\.$/);
    expect(told(answer)[0]).toContain('$ kubectl delete deployment shop: ');
  });

  test.each([
    [
      'what never was',
      ['kubectl create configmap a', 'kubectl delete configmap b'],
      'en',
      'There is no ConfigMap b. There is: a',
    ],
    [
      'what never was, in Korean',
      ['kubectl delete service nope'],
      'ko',
      '서비스 nope: 없습니다. 지금 있는 것: kubernetes.',
    ],
    [
      'a quota without room',
      [
        'kubectl apply -f quota.yaml',
        'kubectl run one --image=nginx:1.25',
        'kubectl run two --image=nginx:1.25',
      ],
      'en',
      'The ResourceQuota few has no room for it. In use, of what is allowed: pods 1/1.',
    ],
    [
      'a field that stays as it is',
      [
        'kubectl apply -f big.yaml',
        `kubectl patch deployment big -p '{"spec":{"selector":{"matchLabels":{"app":"small"}}}}'`,
      ],
      'en',
      'spec.selector cannot be changed once the object is there.',
    ],
    [
      'an image that is none',
      ['kubectl run web --image=nginx:1.25', 'kubectl set image pod/web web=" nginx:1.26"'],
      'en',
      'spec.containers[0].image does not hold: Invalid value: " nginx:1.26"',
    ],
    [
      'an edit that is refused',
      [
        'kubectl create deployment web --image=nginx:1.25',
        `KUBE_EDITOR='sed -i "s/replicas: 1/replicas: -1/"' kubectl edit deployment web`,
      ],
      'en',
      'spec.replicas does not hold: Invalid value: -1',
    ],
    [
      'a name against the rules',
      ['kubectl run A_B --image=nginx:1.25'],
      'en',
      'metadata.name does not hold: Invalid value: "A_B"',
    ],
  ] as const)('%s', (_, commands, locale, words) => {
    expect(ask(commands, locale).now.join('\n')).toContain(words);
  });

  test('a command that was not refused has no answer', () => {
    const session = played(['kubectl get nodes']);
    expect(answerWhy(session.cluster, session.facts, { denied: 0 }, 'en')).toBeUndefined();
  });
});
