// Which shell a container has, and in whose words it complains.
import { expect, test } from 'vitest';
import { createSession } from './session.ts';

const table: readonly (readonly [image: string, shell: string, name: string, complaint: string])[] = [
  ['busybox:1.36', 'sh', 'sh', 'sh: nosuch: not found'],
  ['alpine', '/bin/sh', '/bin/sh', '/bin/sh: nosuch: not found'],
  ['ubuntu', 'sh', 'sh', 'sh: 2: nosuch: not found'],
  ['nginx:1.24', '/bin/sh', '/bin/sh', '/bin/sh: 2: nosuch: not found'],
  ['ubuntu', 'bash', 'bash', 'bash: line 2: nosuch: command not found'],
  ['bash', 'bash', 'bash', 'bash: line 2: nosuch: command not found'],
  ['nicolaka/netshoot', 'bash', 'bash', 'bash: line 2: nosuch: command not found'],
  ['fedora', 'sh', 'sh', 'sh: line 2: nosuch: command not found'],
];

test.each(table)('of %s as %s', (image, shell, name, complaint) => {
  const session = createSession({ seed: 1, freeze: true });
  const run = (line: string) => {
    const execution = session.perform({ do: 'run', line });
    session.terminal.finish();
    return (execution?.output ?? []).map(({ text }) => text).join('');
  };
  run(`kubectl run p --image=${image} --restart=Never --command -- ${shell} -c 'echo $0\nnosuch'; sleep 5`);
  expect(run('kubectl logs p')).toBe(`${name}\n${complaint}\n`);
  expect(
    run("kubectl get pod p -o jsonpath='{.status.containerStatuses[0].state.terminated.exitCode}'"),
  ).toBe('127');
});

test.each([
  ['busybox:1.36', 'sh', '/tmp # '],
  ['ubuntu', 'sh', '# '],
  ['ubuntu', 'bash', 'root@p:/tmp# '],
  ['bash', 'bash', 'bash-5.2# '],
])('of %s as %s asks for a command', (image, shell, prompt) => {
  const files = new Map([
    [
      'p.yaml',
      `{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, image: '${image}', command: [${shell}], workingDir: /tmp, stdin: true, tty: true}]}}`,
    ],
  ]);
  const session = createSession({ seed: 1, files, freeze: true });
  const run = (line: string) => {
    const execution = session.perform({ do: 'run', line });
    session.terminal.finish();
    return (execution?.output ?? []).map(({ text }) => text).join('');
  };
  run('kubectl apply -f p.yaml; sleep 5; echo pwd | timeout 3 kubectl attach -i p');
  expect(run('kubectl logs p')).toBe(`${prompt}/tmp\n`);
});
