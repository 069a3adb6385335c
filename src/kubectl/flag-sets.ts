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
    help: 'A kustomization directory',
    unsupported: 'use -f with the files',
  },
];

export const selectorFlag: FlagSpec = {
  name: 'selector',
  short: 'l',
  type: 'string',
  help: 'Label selector, such as key1=value1,key2=value2',
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
  help: 'Output format: json, yaml, name, jsonpath, go-template',
};

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
  outputFlag,
  dryRunFlag,
  fieldManagerFlag,
];
