// luksa/kubia: answers every request on port 8080 with the name of the host that got it. From its fifth request on, v3 has a fault.
import type { Image } from '../image.ts';
import { kubiaApp } from './kubia-app.ts';

const goodRequests = 4;

/** Each version greets in its own words, so that an update can be seen. */
export const kubia: Image = kubiaApp({
  repository: 'docker.io/luksa/kubia',
  exampleTag: 'v1',
  app(tag) {
    const greeting = /^v[2-9]/.test(tag) ? `This is ${tag} running in pod` : "You've hit";
    return () => {
      let requests = 0;
      return ({ host }) => {
        requests += 1;
        const isFaulty = tag === 'v3' && requests > goodRequests;
        if (isFaulty) {
          return { status: 500, body: `Some internal error has occurred! This is pod ${host.hostname}\n` };
        }
        return { status: 200, body: `${greeting} ${host.hostname}\n` };
      };
    };
  },
});
