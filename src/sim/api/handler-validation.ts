// Validation of probes and of life cycle hooks: something to run, ask or wait for.
// Source: API reference of Probe and LifecycleHandler; wording from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, invalid, notSupported, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import type { Container, PodSpec, Probe } from './pod-spec.ts';
import { checkNonNegative, checkPort } from './scalar-validation.ts';

interface Handler {
  exec?: { command?: string[] };
  httpGet?: { path?: string; port?: number | string; scheme?: string; httpHeaders?: { name: string }[] };
  tcpSocket?: { port?: number | string };
  grpc?: { port?: number };
  sleep?: { seconds?: number };
}

const SCHEMES = ['HTTP', 'HTTPS'];
/** A header as HTTP/1.1 knows it. */
const HEADER_NAME = /^[-A-Za-z0-9]+$/;

export function validateProbes(container: Container, path: FieldPath, errors: FieldError[]): void {
  const { livenessProbe, readinessProbe, startupProbe } = container;
  if (livenessProbe) {
    validateProbe(livenessProbe, path.child('livenessProbe'), errors);
    checkSuccessThreshold(livenessProbe, path.child('livenessProbe'), errors);
  }
  if (readinessProbe) {
    validateProbe(readinessProbe, path.child('readinessProbe'), errors);
    const { terminationGracePeriodSeconds: seconds } = readinessProbe;
    if (seconds !== undefined) {
      const at = path.child('readinessProbe', 'terminationGracePeriodSeconds');
      errors.push(invalid(at, seconds, 'must not be set for readinessProbes'));
    }
  }
  if (startupProbe) {
    validateProbe(startupProbe, path.child('startupProbe'), errors);
    checkSuccessThreshold(startupProbe, path.child('startupProbe'), errors);
  }
}

export function validateLifecycle(
  lifecycle: Container['lifecycle'],
  { terminationGracePeriodSeconds: seconds }: PodSpec,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (lifecycle?.postStart) {
    validateHandler(lifecycle.postStart as Handler, seconds, path.child('postStart'), errors);
  }
  if (lifecycle?.preStop) {
    validateHandler(lifecycle.preStop as Handler, seconds, path.child('preStop'), errors);
  }
}

function validateProbe(probe: Probe, path: FieldPath, errors: FieldError[]): void {
  validateHandler(probe, undefined, path, errors);
  for (const field of NON_NEGATIVE) checkNonNegative(probe[field], path.child(field), errors);
  const { terminationGracePeriodSeconds: seconds } = probe;
  if (seconds !== undefined && seconds <= 0) {
    errors.push(invalid(path.child('terminationGracePeriodSeconds'), seconds, 'must be greater than 0'));
  }
}

const NON_NEGATIVE = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
] as const;

function checkSuccessThreshold({ successThreshold }: Probe, path: FieldPath, errors: FieldError[]): void {
  if (successThreshold !== undefined && successThreshold !== 1) {
    errors.push(invalid(path.child('successThreshold'), successThreshold, 'must be 1'));
  }
}

function validateHandler(
  handler: Handler,
  graceSeconds: number | undefined,
  path: FieldPath,
  errors: FieldError[],
): void {
  let count = 0;
  const isFurther = (field: string) => {
    count += 1;
    if (count > 1) errors.push(forbidden(path.child(field), 'may not specify more than 1 handler type'));
    return count > 1;
  };
  const { exec, httpGet, tcpSocket, grpc, sleep } = handler;
  if (exec && !isFurther('exec') && !exec.command?.length) {
    errors.push(required(path.child('exec', 'command')));
  }
  if (httpGet && !isFurther('httpGet')) validateHttpGet(httpGet, path.child('httpGet'), errors);
  if (tcpSocket && !isFurther('tcpSocket')) {
    checkPort(tcpSocket.port ?? 0, path.child('tcpSocket', 'port'), errors);
  }
  if (grpc && !isFurther('grpc')) checkPort(grpc.port ?? 0, path.child('grpc', 'port'), errors);
  if (sleep && !isFurther('sleep')) validateSleep(sleep, graceSeconds, path.child('sleep'), errors);
  if (count === 0) errors.push(required(path, 'must specify a handler type'));
}

function validateHttpGet(
  { path: file, port, scheme = '', httpHeaders }: NonNullable<Handler['httpGet']>,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (!file) errors.push(required(path.child('path')));
  checkPort(port ?? 0, path.child('port'), errors);
  if (!SCHEMES.includes(scheme)) errors.push(notSupported(path.child('scheme'), scheme, SCHEMES));
  for (const { name } of httpHeaders ?? []) {
    if (HEADER_NAME.test(name)) continue;
    const detail =
      "a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')";
    errors.push(invalid(path.child('httpHeaders'), name, detail));
  }
}

function validateSleep(
  { seconds = 0 }: NonNullable<Handler['sleep']>,
  graceSeconds: number | undefined,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (seconds >= 0 && (graceSeconds === undefined || seconds <= graceSeconds)) return;
  const detail = `must be non-negative and less than terminationGracePeriodSeconds (${graceSeconds ?? 0})`;
  errors.push(invalid(path, seconds, detail));
}
