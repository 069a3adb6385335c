// An edit from the first opening of the file to the last: what the editor leaves is sent, and what is refused as invalid
// is given to the editor again, with the reasons on top, until it passes or is left as it was.
import type { Status, Wait } from '../../sim/index.ts';
import { isEqual, resourceName } from '../../sim/index.ts';
import type { Context } from '../command.ts';
import { CommandError, usageError } from '../command.ts';
import type { JsonMap, Manifest } from '../manifest-files.ts';
import { mismatch, readManifestText } from '../manifest-files.ts';
import type { Problem } from '../problems.ts';
import { fieldValidationOf } from '../validation.ts';
import type { FileForm, Reason } from './edit-file.ts';
import { bodyOf, faultOf, formOf, headerOf, isBlank, meaningOf, withoutComments } from './edit-file.ts';
import { runEditor } from './editor.ts';

/** What is done with objects that were edited. */
export interface EditMode {
  /** The first lines of the file. */
  readonly opening: readonly string[];
  /** What an object is called before it is known what became of it: `deployments.apps "web"`. */
  readonly what: string;
  /** Sends the objects; tells `refusals` of those that were refused. Throws `CommandError` to end the edit. */
  save(edited: readonly Manifest[], refusals: Refusals): void;
}

/** How often a file is opened: a script that always saves something else that is wrong would go on for ever. */
const openingsMax = 10;

/** What was refused of one saving. */
export class Refusals {
  readonly reasons: Reason[] = [];
  isMissing = false;
  isRetryable = false;
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Says what was refused, and remembers why. */
  add({ kind }: Pick<Manifest, 'kind'>, name: string, status: Status): void {
    const what = `${resourceName(kind)} ${JSON.stringify(name)}`;
    this.#context.listener?.denied(status);
    if (status.reason === 'Invalid') {
      const causes = status.details?.causes ?? [];
      this.addInvalid(
        what,
        causes.map(({ field, message }) => `${field}: ${message}`),
      );
    } else if (status.reason === 'NotFound') {
      this.isMissing = true;
      this.#context.err(`error: ${what} could not be found on the server\n`);
    } else {
      this.isRetryable = true;
      this.#context.err(`error: ${what} could not be patched: ${status.message}\n`);
    }
  }

  addInvalid(what: string, causes: readonly string[]): void {
    this.reasons.push({ head: `${what} was not valid`, causes });
    this.#context.err(`error: ${what} is invalid\n`);
  }
}

/** Edits objects together, in one file. Throws `CommandError` where the edit comes to nothing. */
export function* editObjects(
  context: Context,
  objects: readonly JsonMap[],
  mode: EditMode,
): Generator<Wait, void, void> {
  const session = new EditSession(context, objects, mode);
  for (let openings = 0; openings < openingsMax; openings++) {
    yield* session.open();
    if (session.send()) return;
  }
  throw session.preserved('Edit cancelled, no valid changes were saved.');
}

class EditSession {
  readonly #context: Context;
  readonly #mode: EditMode;
  readonly #form: FileForm;
  readonly #original: string;
  /** What the editor was given last, and what it made of it. */
  #before: string;
  #after = '';
  #reasons: readonly Reason[] = [];
  /** The file of the last opening that has not been thrown away. */
  #path: string | undefined;

  constructor(context: Context, objects: readonly JsonMap[], mode: EditMode) {
    this.#context = context;
    this.#mode = mode;
    this.#form = formOf(context);
    this.#original = bodyOf(objects, this.#form);
    this.#before = this.#original;
  }

  /** Has the editor work on a new file. */
  *open(): Generator<Wait, void, void> {
    const { host } = this.#context.process;
    const number = 1_000_000_000 + host.random.int(3_000_000_000);
    const path = `/tmp/kubectl-edit-${number}.${this.#form.extension}`;
    const header = this.#form.hasComments ? headerOf(this.#mode.opening, this.#reasons) : '';
    const text = header + this.#before;
    const isWindows = this.#context.flags.bool('windows-line-endings');
    host.files.mkdir('/tmp', { parents: true });
    host.files.write(path, isWindows ? text.replaceAll('\n', '\r\n') : text);
    try {
      yield* runEditor(this.#context, path);
    } catch (error) {
      throw error instanceof CommandError ? this.#keepFor(error) : error;
    }
    this.#after = host.files.stat(path)?.type === 'file' ? host.files.read(path) : '';
    this.#discard();
    this.#path = path;
    if (this.#reasons.length > 0 && isEqual(meaningOf(this.#before), meaningOf(this.#after))) {
      throw this.preserved('Edit cancelled, no valid changes were saved.');
    }
  }

  /** Sends what the editor left; false where it has to be opened again. */
  send(): boolean {
    const fault = fieldValidationOf(this.#context) === 'Ignore' ? undefined : faultOf(this.#after);
    if (fault !== undefined) {
      const refusals = new Refusals(this.#context);
      const cause = `<nil>: Invalid value: "The edited file failed validation": ${fault}`;
      refusals.addInvalid(this.#mode.what, [cause]);
      return this.#again(refusals.reasons);
    }
    if (isEqual(meaningOf(this.#original), meaningOf(this.#after))) return this.#cancel('no changes made');
    if (isBlank(this.#after)) return this.#cancel('saved file was empty');
    const { manifests, problems } = readManifestText(
      this.#context,
      'edited-file',
      withoutComments(this.#after),
    );
    const [problem] = problems;
    if (problem) return this.#misread(problem);
    const refusals = new Refusals(this.#context);
    this.#sendObjects(manifests, refusals);
    if (refusals.reasons.length > 0) return this.#again(refusals.reasons);
    this.#discard();
    return true;
  }

  /** The error that ends the edit; the file stays for the learner. */
  preserved(message: string): CommandError {
    return this.#keepFor(usageError(message));
  }

  #keepFor(error: CommandError): CommandError {
    if (this.#path !== undefined) {
      this.#context.err(`A copy of your changes has been stored to ${JSON.stringify(this.#path)}\n`);
    }
    return error;
  }

  #sendObjects(manifests: readonly Manifest[], refusals: Refusals): void {
    for (const { kind, namespace } of manifests) {
      if (kind.namespaced && namespace !== this.#context.namespace) {
        throw this.preserved(mismatch(namespace, this.#context.namespace));
      }
    }
    try {
      this.#mode.save(manifests, refusals);
    } catch (error) {
      throw error instanceof CommandError ? this.#keepFor(error) : error;
    }
    if (refusals.isRetryable) {
      this.#context.err(`You can run \`kubectl replace -f ${this.#path}\` to try this update again.\n`);
      throw new CommandError('');
    }
    if (refusals.isMissing) {
      const path = JSON.stringify(this.#path);
      this.#context.err(`The edits you made on deleted resources have been saved to ${path}\n`);
      throw new CommandError('');
    }
  }

  #misread(problem: Problem): boolean {
    const text = 'text' in problem ? problem.text : problem.status.message;
    // That the namespace is another one ends the edit; all else can be set right.
    if (text.startsWith('the namespace from the provided object')) throw this.preserved(text);
    return this.#again([{ head: `The edited file had a syntax error: ${text}`, causes: [] }]);
  }

  #again(reasons: readonly Reason[]): false {
    this.#reasons = reasons;
    this.#before = withoutComments(this.#after);
    return false;
  }

  #cancel(why: string): true {
    this.#discard();
    this.#context.err(`Edit cancelled, ${why}.\n`);
    return true;
  }

  #discard(): void {
    if (this.#path !== undefined) this.#context.process.host.files.remove(this.#path);
    this.#path = undefined;
  }
}
