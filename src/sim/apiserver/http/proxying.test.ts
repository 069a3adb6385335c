import { expect, test } from 'vitest';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import { createRandom } from '../../machinery/random.ts';
import type { HttpOutcome, NetworkStack } from '../../network/network.ts';
import { somePod } from '../../testing/test-cluster.ts';
import { Store } from '../store.ts';
import { proxy } from './proxying.ts';
import { readResourcePath } from './request-path.ts';

const response = { status: 418, headers: new Map(), body: 'short and stout' };

function through(path: string, podIp: string | undefined, outcome: HttpOutcome) {
  const store = new Store({ freeze: true });
  const pod = somePod({ name: 'web-0', namespace: 'default' }) as Pod;
  store.put(PodKind, podIp ? { ...pod, status: { podIP: podIp } } : pod, 0);
  const sent: unknown[] = [];
  const network = {
    request(
      ip: string,
      port: number,
      { method, target, body }: { method: string; target: string; body: string },
    ) {
      sent.push(`${method} ${ip}:${port} ${target} ${body}`);
      return outcome;
    },
  } as unknown as NetworkStack;
  const resource = readResourcePath(path);
  if (!resource) throw new Error(`${path} names nothing`);
  const request = {
    method: 'POST',
    target: `${path}?a=%20b`,
    headers: new Map(),
    body: 'hello',
    clientIp: '',
  };
  const random = createRandom(1);
  const answer = proxy({ view: store, network, random, path: resource, queryText: 'a=%20b', request });
  return { answer, sent };
}

const path = '/api/v1/namespaces/default/pods/web-0:8080/proxy/x%2Fy';

test('method, path, query and body go on as they came, and the answer comes back as it is', () => {
  const { answer, sent } = through(path, '10.244.1.5', { outcome: 'response', response });
  expect(sent).toEqual(['POST 10.244.1.5:8080 /x%2Fy?a=%20b hello']);
  expect(answer).toBe(response);
});

test.each<[HttpOutcome['outcome'], string]>([
  ['refused', 'dial tcp 10.244.1.5:8080: connect: connection refused'],
  ['timeout', 'dial tcp 10.244.1.5:8080: i/o timeout'],
  ['unreachable', 'dial tcp 10.244.1.5:8080: connect: no route to host'],
  ['empty-reply', 'EOF'],
])('%s: the server says so', (outcome, why) => {
  const { answer } = through(path, '10.244.1.5', { outcome } as HttpOutcome);
  expect(answer).toMatchObject({
    code: 503,
    body: { reason: 'ServiceUnavailable', message: `error trying to reach service: ${why}` },
  });
});

test('a pod without an address cannot be reached', () => {
  const { answer, sent } = through(path, undefined, { outcome: 'response', response });
  expect(sent).toEqual([]);
  expect(answer).toMatchObject({ code: 400, body: { message: 'address not allowed' } });
});
