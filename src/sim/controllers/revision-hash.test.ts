import { expect, test } from 'vitest';
import { revisionHash } from './revision-hash.ts';

const container = (image: string) => ({
  image,
  imagePullPolicy: 'IfNotPresent',
  name: 'nginx',
  ports: [{ containerPort: 80, name: 'web', protocol: 'TCP' }],
  resources: {},
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
});

const data = (containers: unknown) => ({
  spec: {
    template: {
      $patch: 'replace',
      metadata: { labels: { app: 'nginx' } },
      spec: {
        terminationGracePeriodSeconds: 10,
        containers: [containers],
        dnsPolicy: 'ClusterFirst',
        restartPolicy: 'Always',
        schedulerName: 'default-scheduler',
        securityContext: {},
      },
    },
  },
});

// The hashes are those that Kubernetes 1.36 gave these templates.
test.each([
  ['nginx:1.24', data(container('nginx:1.24')), '7b97549f6b'],
  ['nginx:1.25', data(container('nginx:1.25')), 'f4b769f5f'],
  [
    'with a volume',
    data({
      ...container('nginx:1.24'),
      volumeMounts: [{ mountPath: '/usr/share/nginx/html', name: 'www' }],
    }),
    '5969c6696',
  ],
])('%s', (_, revision, hash) => {
  expect(revisionHash(revision, 0)).toBe(hash);
});

test('a collision gives another hash', () => {
  expect(revisionHash(data(container('nginx:1.24')), 1)).not.toBe('7b97549f6b');
});

test('texts beyond ASCII are hashed by their bytes', () => {
  const hashes = ['é', 'e', '파드', '😀', '<'].map((text) => revisionHash({ text }, 0));
  expect(new Set(hashes).size).toBe(hashes.length);
});
