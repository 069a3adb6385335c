// How controllers of nameless pods create and delete them, and what they say of it.
import type { KubeObject } from '../api/meta.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { Request } from '../component.ts';
import type { Attempt } from './attempts.ts';
import { writing } from './attempts.ts';

/** Creates a pod and says so of its owner. */
export function createPod(owner: KubeObject, object: Pod): Attempt {
  return writing(
    { verb: 'create', kind: PodKind, object },
    {
      done: ({ metadata }) => [event(owner, 'Normal', 'SuccessfulCreate', `Created pod: ${metadata.name}`)],
      refused: ({ message }) => ({
        say: [event(owner, 'Warning', 'FailedCreate', `Error creating: ${message}`)],
        error: message,
      }),
    },
  );
}

/** Deletes a pod and says so of its owner. One that is already gone is as good as deleted. */
export function deletePod(owner: KubeObject, pod: Pod): Attempt {
  const { namespace = '', name } = pod.metadata;
  return writing(
    { verb: 'delete', kind: PodKind, namespace, name },
    {
      done: () => [event(owner, 'Normal', 'SuccessfulDelete', `Deleted pod: ${name}`)],
      refused: ({ reason, message }) => {
        if (reason === 'NotFound') return { say: [] };
        return {
          say: [event(owner, 'Warning', 'FailedDelete', `Error deleting: ${message}`)],
          error: message,
        };
      },
    },
  );
}

function event(regarding: KubeObject, type: 'Normal' | 'Warning', reason: string, message: string): Request {
  return { verb: 'event', event: { regarding, type, reason, message } };
}
