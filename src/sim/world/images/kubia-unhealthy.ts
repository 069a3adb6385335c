// luksa/kubia-unhealthy: from its sixth request on it answers that it is not well, which only a probe will notice.
import type { Image } from '../image.ts';
import { kubiaApp } from './kubia-app.ts';

const healthyRequests = 5;

export const kubiaUnhealthy: Image = kubiaApp({
  repository: 'docker.io/luksa/kubia-unhealthy',
  exampleTag: 'latest',
  app: () => () => {
    let requests = 0;
    return ({ host }) => {
      requests += 1;
      if (requests > healthyRequests) return { status: 500, body: "I'm not well. Please restart me!" };
      return { status: 200, body: `You've hit ${host.hostname}\n` };
    };
  },
});
