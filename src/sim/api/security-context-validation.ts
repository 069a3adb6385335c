// Validation of who a pod's processes are and what they may do.
// Source: "Configure a Security Context for a Pod or Container"; wording of the 1.36 API server.
import type { FieldError } from '../machinery/field-error.ts';
import { duplicate, forbidden, invalid, notSupported, required, tooLong } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { utf8Length } from '../machinery/go-text.ts';
import { innerForm } from './inner-form.ts';
import { checkDescending } from './path-validation.ts';
import type { PodSpec, SecurityContext, SharedSecurityContext } from './pod-spec.ts';
import { inclusiveRange } from './scalar-validation.ts';

const MAX_ID = 2 ** 31 - 1;
const MAX_PATH = 4095;

export function validateSecurityContext(
  context: SecurityContext | undefined,
  isHostUser: boolean,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (context === undefined) return;
  const { runAsUser, runAsGroup, procMount } = context;
  checkId(runAsUser, path.child('runAsUser'), errors);
  checkId(runAsGroup, path.child('runAsGroup'), errors);
  if (procMount !== undefined) {
    const at = path.child('procMount');
    checkAmong(procMount, ['Default', 'Unmasked'], at, errors);
    if (isHostUser && procMount === 'Unmasked') {
      errors.push(invalid(at, procMount, '`hostUsers` must be false to use `Unmasked`'));
    }
  }
  validateProfile('seccomp', context.seccompProfile, path.child('seccompProfile'), errors);
  checkEscalation(context, path, errors);
  validateProfile('AppArmor', context.appArmorProfile, path.child('appArmorProfile'), errors);
}

/** A process that may not gain rights cannot be given all of them. */
function checkEscalation(context: SecurityContext, path: FieldPath, errors: FieldError[]): void {
  if (context.allowPrivilegeEscalation !== false) return;
  const refuse = (what: string) => {
    const detail = `cannot set \`allowPrivilegeEscalation\` to false and ${what}`;
    errors.push(invalid(path, innerForm('SecurityContext', context), detail));
  };
  if (context.privileged) refuse('`privileged` to true');
  for (const capability of context.capabilities?.add ?? []) {
    if (capability === 'CAP_SYS_ADMIN') refuse('`capabilities.Add` CAP_SYS_ADMIN');
  }
}

export function validatePodSecurityContext(spec: PodSpec, path: FieldPath, errors: FieldError[]): void {
  const context = spec.securityContext;
  if (context === undefined) return;
  for (const field of ['fsGroup', 'runAsUser', 'runAsGroup'] as const) {
    checkId(context[field], path.child(field), errors);
  }
  for (const [i, group] of (context.supplementalGroups ?? []).entries()) {
    checkId(group, path.child('supplementalGroups').index(i), errors);
  }
  if (spec.shareProcessNamespace && spec.hostPID) {
    const detail = 'ShareProcessNamespace and HostPID cannot both be enabled';
    errors.push(invalid(path.child('shareProcessNamespace'), true, detail));
  }
  validateSysctls(spec, path.child('sysctls'), errors);
  const { fsGroupChangePolicy, supplementalGroupsPolicy, seLinuxChangePolicy } = context;
  checkAmong(fsGroupChangePolicy, ['Always', 'OnRootMismatch'], path.child('fsGroupChangePolicy'), errors);
  validateProfile('seccomp', context.seccompProfile, path.child('seccompProfile'), errors);
  validateProfile('AppArmor', context.appArmorProfile, path.child('appArmorProfile'), errors);
  const groups = path.child('supplementalGroupsPolicy');
  checkAmong(supplementalGroupsPolicy, ['Merge', 'Strict'], groups, errors);
  const labels = path.child('seLinuxChangePolicy');
  checkAmong(seLinuxChangePolicy, ['MountOption', 'Recursive'], labels, errors);
}

function checkId(id: number | undefined, path: FieldPath, errors: FieldError[]): void {
  if (id === undefined || (id >= 0 && id <= MAX_ID)) return;
  errors.push(invalid(path, id, inclusiveRange(0, MAX_ID)));
}

function checkAmong(
  value: string | undefined,
  supported: readonly string[],
  path: FieldPath,
  errors: FieldError[],
): void {
  if (value !== undefined && !supported.includes(value)) errors.push(notSupported(path, value, supported));
}

const SEGMENT = '[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const SYSCTL_PATTERN = `^(${SEGMENT}[\\./])*${SEGMENT}$`;
const SYSCTL = new RegExp(SYSCTL_PATTERN);
const MAX_SYSCTL = 253;

function validateSysctls(spec: PodSpec, path: FieldPath, errors: FieldError[]): void {
  const seen = new Set<string>();
  for (const [i, { name = '' }] of (spec.securityContext?.sysctls ?? []).entries()) {
    const at = path.index(i).child('name');
    if (name === '') errors.push(required(at));
    else if (name.length > MAX_SYSCTL || !SYSCTL.test(name)) {
      const detail = `must have at most ${MAX_SYSCTL} characters and match regex ${SYSCTL_PATTERN}`;
      errors.push(invalid(at, name, detail));
    } else if (seen.has(name)) errors.push(duplicate(at, name));
    const namespace = namespaceOf(name);
    if (spec.hostNetwork && namespace === 'net') {
      errors.push(invalid(at, name, "may not be specified when 'hostNetwork' is true"));
    } else if (spec.hostIPC && namespace === 'ipc') {
      errors.push(invalid(at, name, "may not be specified when 'hostIPC' is true"));
    }
    seen.add(name);
  }
}

/** Which of a pod's namespaces a kernel setting belongs to. Both dots and slashes may part its name. */
function namespaceOf(sysctl: string): 'net' | 'ipc' | undefined {
  const name = /^[^./]*\//.test(sysctl) ? sysctl.replaceAll('/', '.') : sysctl;
  if (name.startsWith('net.')) return 'net';
  const isIpc = name === 'kernel.sem' || /^(kernel\.(shm|msg)|fs\.mqueue\.)/.test(name);
  return isIpc ? 'ipc' : undefined;
}

const PROFILE_TYPES = ['Localhost', 'RuntimeDefault', 'Unconfined'];
type Profile = SharedSecurityContext['seccompProfile'];

function validateProfile(
  what: 'seccomp' | 'AppArmor',
  profile: Profile,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (profile === undefined) return;
  const { type = '', localhostProfile: file } = profile;
  const field = what === 'seccomp' ? 'seccompProfile' : 'appArmorProfile';
  if (type === '') errors.push(required(path.child('type'), `type is required when ${field} is set`));
  else if (!PROFILE_TYPES.includes(type)) errors.push(notSupported(path.child('type'), type, PROFILE_TYPES));
  const at = path.child('localhostProfile');
  if (type === 'Localhost') {
    if (file === undefined) errors.push(required(at, `must be set when ${what} type is Localhost`));
    else if (what === 'seccomp') checkDescending(file, at, errors);
    else checkProfileName(file, at, errors);
  } else if (file !== undefined && (what === 'seccomp' || PROFILE_TYPES.includes(type))) {
    const shown = what === 'seccomp' ? innerForm('SeccompProfile', profile) : file;
    errors.push(invalid(at, shown, `can only be set when ${what} type is Localhost`));
  }
}

function checkProfileName(name: string, path: FieldPath, errors: FieldError[]): void {
  if (name.trim() !== name) errors.push(invalid(path, name, 'must not be padded with whitespace'));
  else if (name === '') errors.push(required(path, 'must be set when AppArmor type is Localhost'));
  if (utf8Length(name) > MAX_PATH) errors.push(tooLong(path, MAX_PATH));
}

/** Pods with users of their own share no other namespace with the node. */
export function checkHostUsers(spec: PodSpec, path: FieldPath, errors: FieldError[]): void {
  if (spec.hostUsers !== false) return;
  const detail = 'when `hostUsers` is false';
  if (spec.hostNetwork) errors.push(forbidden(path.child('hostNetwork'), detail));
  if (spec.hostPID) errors.push(forbidden(path.child('HostPID'), detail));
  if (spec.hostIPC) errors.push(forbidden(path.child('HostIPC'), detail));
  for (const field of ['initContainers', 'containers'] as const) {
    for (const [i, { volumeDevices = [] }] of (spec[field] ?? []).entries()) {
      if (volumeDevices.length === 0) continue;
      errors.push(forbidden(path.child(field).index(i).child('volumeDevices'), detail));
    }
  }
}
