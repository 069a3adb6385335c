// jq, as it is used on what kubectl prints. Where a real jq is on the machine it is the judge of every line here.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { runScript } from '../testing/run-script.ts';

const pods = {
  items: [
    {
      metadata: { name: 'web-0', labels: { app: 'web' } },
      spec: { nodeName: 'node-1', containers: [{ name: 'a', image: 'nginx:1.25' }] },
      status: { phase: 'Running', restarts: 3 },
    },
    {
      metadata: { name: 'web-1' },
      spec: {
        nodeName: 'node-2',
        containers: [
          { name: 'a', image: 'nginx:1.26' },
          { name: 'b', image: 'busybox' },
        ],
      },
      status: { phase: 'Pending', restarts: 0 },
    },
    {
      metadata: { name: 'db-0', labels: { app: 'db' } },
      spec: { nodeName: 'node-1', containers: [] },
      status: { phase: 'Running', restarts: 1 },
    },
  ],
};
const input = JSON.stringify(pods, null, 2);

type Case = readonly [args: readonly string[], output: string, code?: number];

const programs: readonly Case[] = [
  [['-r', '.items[].metadata.name'], 'web-0\nweb-1\ndb-0\n'],
  [['-c', '.items[0].metadata'], '{"name":"web-0","labels":{"app":"web"}}\n'],
  [['.items | length'], '3\n'],
  [['-r', '.items[] | select(.status.phase == "Running") | .metadata.name'], 'web-0\ndb-0\n'],
  [['-r', '.items[] | "\\(.metadata.name) \\(.spec.nodeName)"'], 'web-0 node-1\nweb-1 node-2\ndb-0 node-1\n'],
  [['-c', '[.items[].spec.containers[].image] | unique'], '["busybox","nginx:1.25","nginx:1.26"]\n'],
  [
    ['-c', '.items | group_by(.spec.nodeName) | map({node: .[0].spec.nodeName, pods: length})'],
    '[{"node":"node-1","pods":2},{"node":"node-2","pods":1}]\n',
  ],
  [['-r', '.items[] | [.metadata.name, .status.restarts] | @tsv'], 'web-0\t3\nweb-1\t0\ndb-0\t1\n'],
  [['-r', '.items[] | .metadata.labels.app // "none"'], 'web\nnone\ndb\n'],
  [['-c', '.items | sort_by(.status.restarts) | .[-1].metadata.name'], '"web-0"\n'],
  [['-c', '.items | map(.status.restarts) | add'], '4\n'],
  [['-c', '.items[0] | del(.spec, .status)'], '{"metadata":{"name":"web-0","labels":{"app":"web"}}}\n'],
  [['-c', '.items[2].spec | .containers += [{name: "x"}] | .containers'], '[{"name":"x"}]\n'],
  [['-c', '.items[0].status | .restarts |= . + 1'], '{"phase":"Running","restarts":4}\n'],
  [['-c', '.items[0].metadata.labels | to_entries'], '[{"key":"app","value":"web"}]\n'],
  [
    ['-c', '[.items[] | {name: .metadata.name, phase: .status.phase}] | .[1:]'],
    '[{"name":"web-1","phase":"Pending"},{"name":"db-0","phase":"Running"}]\n',
  ],
  [['-r', '--arg', 'p', 'Pending', '.items[] | select(.status.phase == $p).metadata.name'], 'web-1\n'],
  [['-r', '.items[] | .metadata.name | select(test("^web-[0-9]$"))'], 'web-0\nweb-1\n'],
  [['-r', '.items[0].spec.containers[0].image | split(":") | last'], '1.25\n'],
  [['-c', '[.. | .image? // empty]'], '["nginx:1.25","nginx:1.26","busybox"]\n'],
  [['-c', 'reduce .items[] as $pod (0; . + $pod.status.restarts)'], '4\n'],
  [['-c', '.items[0] as {metadata: {name: $n}} | [$n, ($n | ascii_upcase)]'], '["web-0","WEB-0"]\n'],
  [
    [
      '-c',
      '[.items[] | if .status.restarts > 2 then "many" elif .status.restarts > 0 then "some" else "none" end]',
    ],
    '["many","none","some"]\n',
  ],
  [['-n', '-c', '[range(3)] | map(. * 2)'], '[0,2,4]\n'],
  [['-r', '.items[0].metadata["labels"]["app"] | @base64'], 'd2Vi\n'],
  [['-e', '.nothing'], 'null\n', 1],
  [['-c', '[.items[].metadata.name | sub("-[0-9]+$"; "")] | unique | join("+")'], '"db+web"\n'],
  [['-c', 'keys, (.items[0] | keys)'], '["items"]\n["metadata","spec","status"]\n'],
  [['-c', '.items | any(.status.phase == "Pending"), all(.status.phase == "Running")'], 'true\nfalse\n'],
  [['-c', 'try error("x") catch .'], '"x"\n'],
  [['-c', '.items | first, (last | .metadata.name)'], `${JSON.stringify(pods.items[0])}\n"db-0"\n`],
  [['-c', '-S', '.items[0].status + {a: 1}'], '{"a":1,"phase":"Running","restarts":3}\n'],
  [['-c', '.items[0].metadata | has("labels"), has("uid")'], 'true\nfalse\n'],
  [['-c', '[.items[].metadata.labels] | map(select(. != null)) | map(.app)'], '["web","db"]\n'],
  [['-c', '.items[0].metadata.labels | with_entries(.value |= "x" + .)'], '{"app":"xweb"}\n'],
  [['-c', '1 + 2 * 3 - 4 / 2, 7 % 3, -(1), "a" * 2'], '5\n1\n-1\n"aa"\n'],
  [['.items.x'], 'jq: error (at <stdin>:60): Cannot index array with string "x"\n', 5],
  [['.items[].metadata.labels[]?'], '"web"\n"db"\n'],
];

function runJq(args: readonly string[], stdin: string) {
  const quoted = args.map((arg) => `'${arg.replaceAll("'", `'\\''`)}'`);
  const { stdout, stderr, code } = runScript(`jq ${quoted.join(' ')}`, { stdin });
  return { output: stdout + stderr, code };
}

describe('jq', () => {
  test.each(programs.map((it) => [it] as const))('%j', ([args, output, code = 0]) => {
    const run = runJq(args, input);
    expect([run.output.replace(/stdin>:\d+/, 'stdin>:60'), run.code]).toEqual([output, code]);
  });

  test.each([
    ['.items[', 3],
    ['.items | nosuch', 3],
    ['$x', 3],
    ['"abc', 3],
    ['def f: 1; f', 3],
    ['[recurse(.)]', 5],
    ['reduce range(100) as $i ("aa"; . + .)', 5],
    [`${'['.repeat(5000)}`, 3],
    ['.["__proto__"].x', 0],
    ['{"__proto__": 1} | keys', 0],
  ])('ends whatever it is given: %.40s', (filter, code) => {
    expect(runJq([filter], '{"a":1}').code).toBe(code);
  });

  test('says where its input is not JSON', () => {
    const { output, code } = runJq(['.'], '{"a":1}\nNAME READY\n');
    expect(code).toBe(2);
    expect(output).toContain('{\n  "a": 1\n}\njq: parse error: ');
  });

  const hasJq = spawnSync('jq', ['--version']).status === 0;
  test.skipIf(!hasJq)('prints what a real jq prints', () => {
    for (const [args, output, code = 0] of programs) {
      const real = spawnSync('jq', [...args], { input, encoding: 'utf8' });
      const isRefused = output.startsWith('jq: error');
      expect([args, real.stdout, real.status]).toEqual([args, isRefused ? '' : output, code]);
    }
  });
});
