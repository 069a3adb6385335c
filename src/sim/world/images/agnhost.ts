// agnhost: with its commands (netexec, liveness, serve-hostname …) the documentation shows probes, services and hooks.
import type { Image } from '../image.ts';
import { agnhost as program } from '../programs/agnhost.ts';
import { busyboxPrograms, distributionFiles } from './distribution.ts';

export const agnhost: Image = {
  repositories: [
    'registry.k8s.io/e2e-test-images/agnhost',
    'k8s.gcr.io/e2e-test-images/agnhost',
    'us.gcr.io/k8s-artifacts-prod/e2e-test-images/agnhost',
    'gcr.io/kubernetes-e2e-test-images/agnhost',
  ],
  exampleTag: '2.53',
  contents(_, tools) {
    const programs = busyboxPrograms(tools, ['curl', 'dig']);
    programs.set('/agnhost', program);
    programs.set('agnhost', program);
    return {
      entrypoint: ['/agnhost'],
      command: ['pause'],
      programs,
      files: distributionFiles('Alpine Linux v3.18'),
    };
  },
};

/** The older image of the same name: it takes `/server` and knows liveness only. */
export const liveness: Image = {
  repositories: ['registry.k8s.io/liveness', 'k8s.gcr.io/liveness', 'gcr.io/google_containers/liveness'],
  exampleTag: 'latest',
  contents: () => ({
    entrypoint: ['/server'],
    ports: [8080],
    programs: new Map([['/server', (process) => program({ ...process, argv: ['/agnhost', 'liveness'] })]]),
  }),
};

/** registry.k8s.io/serve_hostname: answers with its host name on port 9376. */
export const serveHostname: Image = {
  repositories: ['registry.k8s.io/serve_hostname', 'k8s.gcr.io/serve_hostname'],
  exampleTag: 'latest',
  contents: () => ({
    entrypoint: ['/serve_hostname'],
    ports: [9376],
    programs: new Map([
      ['/serve_hostname', (process) => program({ ...process, argv: ['/agnhost', 'serve-hostname'] })],
    ]),
  }),
};
