// Flags that several commands have.
import type { FlagSpec } from './flags.ts';

export const filenameFlags: readonly FlagSpec[] = [
  {
    name: 'filename',
    short: 'f',
    type: 'list',
    help: 'Files, directories or - (standard input) that hold the objects',
  },
  { name: 'recursive', short: 'R', type: 'bool', help: 'Read directories given with -f with all below them' },
  {
    name: 'kustomize',
    short: 'k',
    type: 'string',
    help: 'A kustomization directory; petset builds none, and says what is wrong with it',
  },
];

export const selectorFlag: FlagSpec = {
  name: 'selector',
  short: 'l',
  type: 'string',
  help: 'Label selector, such as key1=value1,key2=value2',
};

export const fieldSelectorFlag: FlagSpec = {
  name: 'field-selector',
  type: 'string',
  help: 'Field selector, such as status.phase=Running; the fields are those that the API server selects by',
};

export const chunkSizeFlag: FlagSpec = {
  name: 'chunk-size',
  type: 'int',
  default: '500',
  help: 'How many objects to ask for at once; the answer is the same',
};

export const allFlag: FlagSpec = {
  name: 'all',
  type: 'bool',
  help: 'All objects of the types in the namespace',
};

export const allNamespacesFlag: FlagSpec = {
  name: 'all-namespaces',
  short: 'A',
  type: 'bool',
  help: 'The objects of all namespaces',
};

export const outputFlag: FlagSpec = {
  name: 'output',
  short: 'o',
  type: 'string',
  help: 'Output format: json, yaml, kyaml, name, go-template, go-template-file, template, templatefile, jsonpath, jsonpath-as-json or jsonpath-file',
};

/** For commands that print objects in other forms than lines of their own. */
export const printFlags: readonly FlagSpec[] = [
  outputFlag,
  {
    name: 'template',
    type: 'string',
    help: 'The template of -o go-template or jsonpath, or the file that holds it; alone, a go-template',
  },
  {
    name: 'allow-missing-template-keys',
    type: 'bool',
    default: 'true',
    help: 'With a template, take a field that an object does not have for empty',
  },
  {
    name: 'show-managed-fields',
    type: 'bool',
    help: 'Print metadata.managedFields too',
    unsupported: 'the API server here does not keep who set which field',
  },
];

export const dryRunFlag: FlagSpec = {
  name: 'dry-run',
  type: 'string',
  default: 'none',
  bare: 'unchanged',
  help: 'none, client or server: only say what would be done',
};

export const fieldManagerFlag: FlagSpec = {
  name: 'field-manager',
  type: 'string',
  help: 'The name under which fields are managed; has no effect here',
};

export const saveConfigFlag: FlagSpec = {
  name: 'save-config',
  type: 'bool',
  help: 'Keep the object in the annotation that kubectl apply compares with',
};

export const recordFlag: FlagSpec = {
  name: 'record',
  type: 'bool',
  deprecated: '--record will be removed in the future',
  help: 'Keep the command in the annotation kubernetes.io/change-cause',
};

/** Where the command does not keep it. */
export const noRecordFlag: FlagSpec = {
  ...recordFlag,
  unsupported: 'use kubectl annotate with kubernetes.io/change-cause=…',
};

export const validateFlag: FlagSpec = {
  name: 'validate',
  type: 'string',
  default: 'strict',
  bare: 'strict',
  help: 'strict (or true), warn, ignore (or false): what to do about unknown fields',
};

/** For commands that change objects named by files, arguments or a selector. */
export const changeFlags: readonly FlagSpec[] = [
  ...filenameFlags,
  selectorFlag,
  allFlag,
  ...printFlags,
  dryRunFlag,
  fieldManagerFlag,
];
