import { describe, expect, test } from 'vitest';
import { parseImageName } from './image-name.ts';

describe('names in full', () => {
  test.each([
    ['nginx', 'docker.io/library/nginx:latest'],
    ['nginx:1.24', 'docker.io/library/nginx:1.24'],
    ['docker.io/nginx:1.24', 'docker.io/library/nginx:1.24'],
    ['index.docker.io/library/nginx', 'docker.io/library/nginx:latest'],
    ['luksa/kubia', 'docker.io/luksa/kubia:latest'],
    ['k8s.gcr.io/nginx-slim:0.8', 'k8s.gcr.io/nginx-slim:0.8'],
    ['registry.k8s.io/busybox', 'registry.k8s.io/busybox:latest'],
    ['localhost:5000/app:v1', 'localhost:5000/app:v1'],
    ['localhost/app', 'localhost/app:latest'],
    [`nginx@sha256:${'a'.repeat(64)}`, `docker.io/library/nginx@sha256:${'a'.repeat(64)}`],
    [`nginx:1.24@sha256:${'a'.repeat(64)}`, `docker.io/library/nginx@sha256:${'a'.repeat(64)}`],
  ])('%s', (name, full) => {
    expect(parseImageName(name)).toMatchObject({ full });
  });
});

describe('names that are none', () => {
  test.each([
    ['NGINX', 'invalid reference format: repository name (library/NGINX) must be lowercase'],
    ['Nginx:UPPER CASE', 'invalid reference format: repository name (library/Nginx) must be lowercase'],
    ['nginx:', 'invalid reference format'],
    ['nginx:a b', 'invalid reference format'],
    ['', 'invalid reference format'],
    ['/nginx', 'invalid reference format'],
    ['nginx@sha256:abc', 'invalid reference format'],
    [
      `a/${'b'.repeat(300)}`,
      'invalid reference format: repository name must not be more than 255 characters',
    ],
    ['a'.repeat(100_000), 'invalid reference format'],
  ])('%.30s', (name, error) => {
    expect(parseImageName(name)).toEqual({ error });
  });
});
