// redis: a key store that really stores. What it holds is saved to /data when it is asked to end.
import type { Image } from '../image.ts';
import { redisCli } from '../programs/redis-cli.ts';
import { redisServer } from '../programs/redis-server.ts';
import { debianPrograms, distributionFiles } from './distribution.ts';

const latest = '7.4.1';
const version = /^\d+\.\d+\.\d+/;

export const redis: Image = {
  repositories: [
    'docker.io/library/redis',
    'docker.io/bitnami/redis',
    'registry.k8s.io/redis',
    'k8s.gcr.io/redis',
    'docker.io/valkey/valkey',
  ],
  exampleTag: '7',
  newest: '9',
  contents(tag, tools) {
    const programs = debianPrograms(tools);
    programs.set('redis-server', redisServer(version.exec(tag)?.[0] ?? latest));
    programs.set('redis-cli', redisCli);
    return {
      command: ['redis-server'],
      workingDirectory: '/data',
      ports: [6379],
      programs,
      files: distributionFiles('Debian GNU/Linux 12 (bookworm)', new Map([['/data/', '']])),
    };
  },
};
