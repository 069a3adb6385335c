// kubectl auth whoami: who the API server takes the caller for.
import type { Kind, KubeObject } from '../../../sim/index.ts';
import { formatRfc3339 } from '../../../sim/index.ts';
import type { Command, Context } from '../../command.ts';
import { printFlags } from '../../flag-sets.ts';
import { printerFor } from '../../printers/index.ts';
import { createTableWriter } from '../../printers/table-writer.ts';
import { userOf } from '../../user.ts';

export const whoami: Command = {
  words: ['auth', 'whoami'],
  summary: 'Experimental: Check self subject attributes',
  usage: 'kubectl auth whoami [options]',
  flags: printFlags,
  run(context) {
    const printer = printerFor(context);
    const { name, uid, groups } = userOf(context);
    if (printer) {
      context.out(printer([{ kind: reviewKind, object: reviewOf(context) }], false));
      return 0;
    }
    const rows = [
      ['ATTRIBUTE', 'VALUE'],
      ['Username', name],
      ...(uid === '' ? [] : [['UID', uid]]),
      ['Groups', `[${groups.join(' ')}]`],
    ];
    context.out(createTableWriter().lines(rows));
    return 0;
  },
};

const reviewKind = {
  group: 'authentication.k8s.io',
  version: 'v1',
  kind: 'SelfSubjectReview',
  plural: 'selfsubjectreviews',
  singular: 'selfsubjectreview',
  namespaced: false,
  schema: '',
  columns: [],
} satisfies Kind;

function reviewOf(context: Context): KubeObject {
  const { name, uid, groups } = userOf(context);
  const creationTimestamp = formatRfc3339(context.process.host.now());
  return {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'SelfSubjectReview',
    metadata: { name: '<unknown>', creationTimestamp },
    status: { userInfo: { groups, ...(uid === '' ? {} : { uid }), username: name } },
  } as unknown as KubeObject;
}
