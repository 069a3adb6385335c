import { describe, expect, test } from 'vitest';
import { renderFieldError } from '../machinery/field-error.ts';
import { decode } from './decode.ts';
import type { Job, JobSpec } from './job.ts';
import { JobKind } from './job.ts';

type Given = Omit<Partial<JobSpec>, 'template'>;

const template = {
  metadata: { labels: { app: 'pi' } },
  spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'busybox' }] },
};

/** A Job as the API server makes it of a manifest. */
function created(spec: object, name = 'pi'): Job {
  const given = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name },
    spec: { template, ...spec },
  };
  const decoded = decode(JobKind as never, given, 'Strict');
  if (!decoded.ok) throw new Error(decoded.message);
  const job = decoded.object as Job;
  job.metadata.uid = 'u-1';
  JobKind.prepareForCreate?.(job);
  JobKind.defaults?.(job);
  return job;
}

const errorsOf = (job: Job) => (JobKind.validate?.(job) ?? []).map(renderFieldError);

describe('what is filled in', () => {
  const defaults = {
    parallelism: 1,
    completions: 1,
    backoffLimit: 6,
    completionMode: 'NonIndexed',
    suspend: false,
    podReplacementPolicy: 'TerminatingOrFailed',
    manualSelector: false,
  };
  test.each<[Given, object]>([
    [{}, defaults],
    [{ completions: 5 }, { ...defaults, completions: 5 }],
    [{ parallelism: 3 }, { ...defaults, parallelism: 3, completions: undefined }],
    [
      { completionMode: 'Indexed', backoffLimitPerIndex: 1 },
      { ...defaults, completionMode: 'Indexed', backoffLimitPerIndex: 1, backoffLimit: 2147483647 },
    ],
    [
      {
        podFailurePolicy: { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] }] },
      },
      {
        ...defaults,
        podReplacementPolicy: 'Failed',
        podFailurePolicy: {
          rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }],
        },
      },
    ],
  ])('of %j', (given, filled) => {
    const { selector, template: _, ...spec } = created(given).spec;
    expect({ completions: undefined, ...spec }).toEqual(filled);
    expect(selector).toEqual({ matchLabels: { 'batch.kubernetes.io/controller-uid': 'u-1' } });
  });

  test('labels for the pods, and for the Job if it has none', () => {
    const job = created({});
    expect(job.spec.template.metadata?.labels).toEqual({
      app: 'pi',
      'job-name': 'pi',
      'batch.kubernetes.io/job-name': 'pi',
      'controller-uid': 'u-1',
      'batch.kubernetes.io/controller-uid': 'u-1',
    });
    expect(job.metadata.labels).toEqual(job.spec.template.metadata?.labels);
  });

  test('a template without labels gives the Job its generated ones once it is stored', () => {
    const job = created({ template: { spec: template.spec } });
    expect(job.metadata.labels).toBeUndefined();
    JobKind.fillInStored?.(job);
    expect(job.metadata.labels).toEqual(job.spec.template.metadata?.labels);
  });

  test('nothing where the selector is the manifest’s own', () => {
    const selector = { matchLabels: { app: 'pi' } };
    const job = created({ manualSelector: true, selector });
    expect(job.spec.selector).toEqual(selector);
    expect(job.spec.template.metadata?.labels).toEqual({ app: 'pi' });
  });
});

describe('what is refused', () => {
  const indexed = { completionMode: 'Indexed', completions: 5 };
  const onExitCodes = { operator: 'In', values: [1] };
  const failure = (...rules: object[]) => ({ podFailurePolicy: { rules } });
  const successRule = (rule: object) => ({ ...indexed, successPolicy: { rules: [rule] } });
  const policyRule = 'spec.podFailurePolicy.rules[0]';
  const success = 'spec.successPolicy.rules[0]';
  test.each<[object, string[]]>([
    [{}, []],
    [{ backoffLimit: -1 }, ['spec.backoffLimit: Invalid value: -1: must be greater than or equal to 0']],
    [{ managedBy: 'acme.io/queue' }, []],
    [{ managedBy: '' }, ['spec.managedBy: Required value']],
    [
      { managedBy: 'Acme/a b' },
      [
        "spec.managedBy: Invalid value: \"Acme\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
        "spec.managedBy: Invalid value: \"a b\": Invalid path (regex used for validation is '[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+')",
      ],
    ],
    [
      { ...indexed, maxFailedIndexes: 6 },
      [
        'spec.backoffLimitPerIndex: Required value: when maxFailedIndexes is specified',
        'spec.maxFailedIndexes: Invalid value: 6: must be less than or equal to completions',
      ],
    ],
    [
      { ...indexed, completions: 100001, backoffLimitPerIndex: 1, parallelism: 10001 },
      [
        'spec.maxFailedIndexes: Required value: must be specified when completions is above 100000',
        'spec.parallelism: Invalid value: 10001: must be less than or equal to 10000 when completions are above 100000 and used with backoff limit per index',
      ],
    ],
    [
      { completionMode: 'Indexed', parallelism: 3 },
      ['spec.completions: Required value: when completion mode is Indexed'],
    ],
    [
      { backoffLimitPerIndex: 1, maxFailedIndexes: 1 },
      [
        'spec.backoffLimitPerIndex: Invalid value: 1: requires indexed completion mode',
        'spec.maxFailedIndexes: Invalid value: 1: requires indexed completion mode',
      ],
    ],
    [failure({ action: 'FailJob', onExitCodes }), []],
    [
      failure({ action: 'FailIndex', onExitCodes }),
      [`${policyRule}.action: Invalid value: "FailIndex": requires the backoffLimitPerIndex to be set`],
    ],
    [
      failure({ action: 'Stop' }),
      [
        `${policyRule}.action: Unsupported value: "Stop": supported values: "Count", "FailIndex", "FailJob", "Ignore"`,
        `${policyRule}: Invalid value: specifying one of OnExitCodes and OnPodConditions is required`,
      ],
    ],
    [
      failure({ action: '', onExitCodes, onPodConditions: [{ type: 'a/b/c', status: 'Maybe' }] }),
      [
        `${policyRule}.action: Required value: valid values: ["Count" "FailIndex" "FailJob" "Ignore"]`,
        `${policyRule}.onPodConditions[0].type: Invalid value: "a/b/c": a valid label key must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
        `${policyRule}.onPodConditions[0].status: Unsupported value: "Maybe": supported values: "False", "True", "Unknown"`,
        `${policyRule}: Invalid value: specifying both OnExitCodes and OnPodConditions is not supported`,
      ],
    ],
    [
      failure({
        action: 'Count',
        onExitCodes: { containerName: 'other', operator: 'In', values: [2, 0, 2] },
      }),
      [
        `${policyRule}.onExitCodes.containerName: Invalid value: "other": must be one of the container or initContainer names in the pod template`,
        `${policyRule}.onExitCodes.values[1]: Invalid value: 0: must not be 0 for the In operator`,
        `${policyRule}.onExitCodes.values[2]: Duplicate value: 2`,
        `${policyRule}.onExitCodes.values: Invalid value: [2,0,2]: must be ordered`,
      ],
    ],
    [
      { ...failure({ action: 'Ignore', onExitCodes }), podReplacementPolicy: 'TerminatingOrFailed' },
      ['spec.podReplacementPolicy: Unsupported value: "TerminatingOrFailed": supported values: "Failed"'],
    ],
    [
      { successPolicy: { rules: [{ succeededIndexes: '0' }] } },
      [
        'spec.successPolicy: Invalid value: {"Rules":[{"SucceededIndexes":"0","SucceededCount":null}]}: requires indexed completion mode',
      ],
    ],
    [successRule({ succeededIndexes: '0,2-4', succeededCount: 4 }), []],
    [
      successRule({}),
      [`${success}: Required value: at least one of succeededCount or succeededIndexes must be specified`],
    ],
    [
      successRule({ succeededIndexes: '0-5' }),
      [
        `${success}.succeededIndexes: Invalid value: "0-5": error parsing succeededIndexes: too large index: "5"`,
      ],
    ],
    [
      successRule({ succeededIndexes: '1,2', succeededCount: 6 }),
      [
        `${success}.succeededCount: Invalid value: 6: must be less than or equal to 5 (the number of specified completions)`,
        `${success}.succeededCount: Invalid value: 6: must be less than or equal to 2 (the number of indexes in the specified succeededIndexes field)`,
      ],
    ],
    [
      {
        ...failure({ action: 'Ignore', onExitCodes }),
        template: { ...template, spec: { ...template.spec, restartPolicy: 'OnFailure' } },
      },
      [
        'spec.template.spec.restartPolicy: Invalid value: "OnFailure": only "Never" is supported when podFailurePolicy is specified',
      ],
    ],
    [
      { template: { ...template, metadata: { labels: { 'job-name': 'tau' } } } },
      [
        `spec.template.metadata.labels[job-name]: Invalid value: {"batch.kubernetes.io/controller-uid":"u-1","batch.kubernetes.io/job-name":"pi","controller-uid":"u-1","job-name":"tau"}: must be 'pi'`,
      ],
    ],
    [
      { manualSelector: true },
      [
        'spec.selector: Required value',
        'spec.template.metadata.labels: Invalid value: {"app":"pi"}: `selector` does not match template `labels`',
      ],
    ],
    [
      { manualSelector: true, selector: { matchLabels: { app: 'tau' } } },
      [
        'spec.template.metadata.labels: Invalid value: {"app":"pi"}: `selector` does not match template `labels`',
      ],
    ],
  ])('%j', (given, errors) => expect(errorsOf(created(given))).toEqual(errors));

  test('an index that makes a host name too long', () => {
    const name = 'a'.repeat(62);
    expect(errorsOf(created({ ...indexed }, name))).toEqual([
      `metadata.name: Invalid value: "${name}": will not able to create pod with invalid DNS label: ${name}-4`,
    ]);
  });
});

describe('changes', () => {
  const never = 'field is immutable';
  const image = { ...template, spec: { ...template.spec, containers: [{ name: 'main', image: 'alpine' }] } };
  const elsewhere = { ...template, spec: { ...template.spec, nodeSelector: { disk: 'ssd' } } };
  const indexed = { completionMode: 'Indexed', completions: 3, parallelism: 3 };
  test.each<[object, object, string[]]>([
    [{}, { completions: 1, parallelism: 5, backoffLimit: 1, suspend: true, activeDeadlineSeconds: 5 }, []],
    [{}, { completions: 2 }, [`spec.completions: Invalid value: 2: ${never}`]],
    [indexed, { ...indexed, completions: 4, parallelism: 4 }, []],
    [
      indexed,
      { ...indexed, completions: 4 },
      ['spec.completions: Invalid value: 4: can only be modified in tandem with spec.parallelism'],
    ],
    [
      indexed,
      { ...indexed, backoffLimitPerIndex: 1 },
      [`spec.backoffLimitPerIndex: Invalid value: 1: ${never}`],
    ],
    [{}, { completionMode: 'Indexed' }, [`spec.completionMode: Invalid value: "Indexed": ${never}`]],
    [{}, { managedBy: 'acme.io/q' }, [`spec.managedBy: Invalid value: "acme.io/q": ${never}`]],
    [{ suspend: true }, { template: elsewhere }, []],
  ])('of %j to %j', (before, after, errors) => {
    const [old, next] = [created(before), created(after)];
    expect((JobKind.validateUpdate?.(next, old) ?? []).map(renderFieldError)).toEqual(errors);
  });

  test.each([
    ['the image', {}, image],
    ['the image of a suspended one', { suspend: true }, image],
    ['the nodes of a running one', {}, elsewhere],
  ])('not of the template: %s', (_, before, after) => {
    const [error, ...more] = JobKind.validateUpdate?.(created({ template: after }), created(before)) ?? [];
    expect([error?.field, error?.detail, more]).toEqual(['spec.template', never, []]);
    expect(error && renderFieldError(error)).toMatch(
      /^spec\.template: Invalid value: \{"labels":\{"app":"pi",.*"job-name":"pi"\},"Spec":\{"Volumes":null,.*\}\}: field/,
    );
  });
});
