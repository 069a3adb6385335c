// The API server: the one way to the objects, for kubectl and controllers alike. Its verbs are those of the REST API, with
// the same answers, so that an HTTP face can be put before it. Nothing here takes time; the loop decides when a verb is called.
import type { FieldValidation } from '../api/decode.ts';
import { decode } from '../api/decode.ts';
import { mergeKeyLookup } from '../api/fields.ts';
import type { Kind } from '../api/kind.ts';
import { apiVersionOf } from '../api/kind.ts';
import type { KubeObject } from '../api/meta.ts';
import type { Pod } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import { PodDisruptionBudgetKind } from '../api/pod-disruption-budget.ts';
import type { ResourceQuota } from '../api/resource-quota.ts';
import { ResourceQuotaKind } from '../api/resource-quota.ts';
import type { Service } from '../api/service.ts';
import { ServiceKind } from '../api/service.ts';
import type { UnsupportedField } from '../api/unsupported.ts';
import { findUnsupported } from '../api/unsupported.ts';
import { BoundExceeded } from '../bounds.ts';
import type { DeleteOptions } from '../component.ts';
import { cloneJson } from '../machinery/clone.ts';
import { isEqual } from '../machinery/equality.ts';
import { compareText } from '../machinery/go-text.ts';
import type { Random } from '../machinery/random.ts';
import { formatRfc3339 } from '../machinery/time.ts';
import { admitCreate, admitUpdate, judgeCreate } from './admission/index.ts';
import type { Answer } from './answer.ts';
import { accepted, refused } from './answer.ts';
import { isReleased, planDeletion } from './deletion.ts';
import { judgeEviction } from './eviction.ts';
import { bumpGeneration, isNewGeneration, metadataForCreate, metadataForUpdate } from './metadata.ts';
import { ObjectDraws } from './object-draws.ts';
import type { Patch } from './patching.ts';
import { applyPatch } from './patching.ts';
import { chargeQuotas } from './quota-charge.ts';
import { allocateService } from './service-allocation.ts';
import type { Status } from './status.ts';
import { alreadyExists, badRequest, conflict, forbidden, invalid, notFound, refusal } from './status.ts';
import type { Store } from './store.ts';
import { refusalOfPatch } from './undecodable-patch.ts';
import type { Watch } from './watch.ts';
import { openWatch } from './watch.ts';

export interface WriteOptions {
  /** Everything but the storing. */
  readonly dryRun?: boolean;
  /** How strictly to read an object that comes from outside. Controllers' own objects leave it out. */
  readonly fieldValidation?: FieldValidation;
}

type Reading = WriteOptions & { readonly subresource?: 'status' };

const NO_SUCH_RESOURCE = refusal('NotFound', 'the server could not find the requested resource');
const VERSION_ON_CREATE = refusal('', 'resourceVersion should not be set on objects to be created');

export class ApiServer {
  readonly #store: Store;
  readonly #draws: ObjectDraws;
  readonly #now: () => number;
  readonly #objectsMax: number;
  #objects = 0;

  constructor(options: { store: Store; random: Random; now: () => number; objectsMax: number }) {
    this.#store = options.store;
    this.#draws = new ObjectDraws(options.random);
    this.#now = options.now;
    this.#objectsMax = options.objectsMax;
  }

  get<T extends KubeObject>(kind: Kind<T>, namespace: string, name: string): Answer<T> {
    const object = this.#store.get(kind, namespace, name);
    return object ? accepted(object, 200) : refused(notFound(kind as Kind, name));
  }

  /** All objects of a kind (of one namespace, if named), sorted by namespace and name. */
  list<T extends KubeObject>(kind: Kind<T>, namespace?: string): readonly T[] {
    return [...this.#store.list(kind, namespace)].sort(byKey);
  }

  watch(kind: Kind, includes: (object: KubeObject) => boolean = () => true): Watch {
    return openWatch(this.#store, kind, includes);
  }

  /** POST. `given` may be anything a client sends, if `fieldValidation` says how to read it. */
  create<T extends KubeObject>(kind: Kind<T>, given: unknown, options: WriteOptions = {}): Answer<T> {
    const read = this.#read(kind as Kind, given, options);
    if (!read.ok) return read;
    const draft = read.object as T;
    const isStored = Number(draft.metadata.resourceVersion) > 0;
    const asked = draft.metadata;
    const random = this.#draws.next(kind as Kind, asked);
    draft.metadata = metadataForCreate(kind as Kind, asked, this.#now(), random);
    kind.prepareForCreate?.(draft);
    kind.defaults?.(draft);
    const status = admitCreate({ kind: kind as Kind, draft, view: this.#store, random });
    if (status) return refused(status, read.warnings);
    const unavailable = this.#allocate(kind, draft, undefined, random, options);
    if (unavailable) return refused(unavailable, read.warnings);
    const errors = kind.validate?.(draft) ?? [];
    const { name, namespace = '' } = draft.metadata;
    if (errors.length > 0) return refused(invalid(kind as Kind, name, errors), read.warnings);
    if (isStored) return refused(VERSION_ON_CREATE, read.warnings);
    const charge = judgeCreate({ kind: kind as Kind, object: draft, view: this.#store, nowMs: this.#now() });
    if (!charge.ok) return refused(charge.status, read.warnings);
    if (this.#store.get(kind, namespace, name))
      return refused(alreadyExists(kind as Kind, name), read.warnings);
    const warnings = [...read.warnings, ...(kind.warnings?.(draft) ?? [])];
    if (options.dryRun) return accepted(draft, 201, warnings);
    kind.fillInStored?.(draft);
    this.#countObject();
    this.#draws.made(kind as Kind, asked);
    this.#writeQuotas(charge.quotas);
    return accepted(this.#store.put(kind as Kind, draft, this.#now()) as T, 201, warnings);
  }

  /** PUT of an object or, with `subresource`, of its status. A stale resourceVersion is a conflict. */
  update<T extends KubeObject>(kind: Kind<T>, given: unknown, options: Reading = {}): Answer<T> {
    return this.#replace(kind, this.#read(kind as Kind, given, options), options);
  }

  #replace<T extends KubeObject>(kind: Kind<T>, read: Answer, options: Reading): Answer<T> {
    if (!read.ok) return read;
    const draft = read.object as T;
    const { name, namespace = '', resourceVersion } = draft.metadata;
    if (!name) return refused(badRequest('name must be provided'), read.warnings);
    const stored = this.#store.get(kind, namespace, name);
    if (!stored) return refused(notFound(kind as Kind, name), read.warnings);
    if (resourceVersion && resourceVersion !== stored.metadata.resourceVersion) {
      return refused(conflict(kind as Kind, name), read.warnings);
    }
    const next = options.subresource ? withStatus(kind, stored, draft) : this.#merged(kind, draft, stored);
    return this.#write(kind, next, stored, options, read.warnings);
  }

  /** PATCH, in one of the three forms kubectl uses. */
  patch<T extends KubeObject>(
    kind: Kind<T>,
    namespace: string,
    name: string,
    patch: Patch,
    options: Reading = {},
  ): Answer<T> {
    const stored = this.#store.get(kind, namespace, name);
    if (!stored) return refused(notFound(kind as Kind, name));
    const patched = applyPatch(stored, patch, mergeKeyLookup(kind.schema));
    if (!patched.ok) return refused(patched.status);
    const reading = { fieldValidation: 'Strict', ...options } as const;
    const read = this.#read(kind as Kind, patched.value, reading);
    if (read.ok) return this.#replace(kind, read, reading);
    return refused(refusalOfPatch(read.status, patch, patched.value), read.warnings);
  }

  /** PUT of the scale subresource. */
  scale<T extends KubeObject>(
    kind: Kind<T>,
    namespace: string,
    name: string,
    replicas: number,
    options: WriteOptions = {},
  ): Answer<T> {
    if (!kind.scale) return refused(NO_SUCH_RESOURCE);
    const stored = this.#store.get(kind, namespace, name);
    if (!stored) return refused(notFound(kind as Kind, name));
    return this.#write(kind, kind.scale.set(stored, replicas), stored, options, []);
  }

  delete<T extends KubeObject>(
    kind: Kind<T>,
    namespace: string,
    name: string,
    options: DeleteOptions & { readonly dryRun?: boolean } = {},
  ): Answer<T> {
    const stored = this.#store.get(kind, namespace, name);
    if (!stored) return refused(notFound(kind as Kind, name));
    const why = kind.whyImmortal?.(stored);
    if (why !== undefined) return refused(forbidden(kind as Kind, name, why));
    const { uid, resourceVersion } = options.preconditions ?? {};
    if (uid !== undefined && uid !== stored.metadata.uid) {
      const differs = `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${stored.metadata.uid}`;
      return refused(
        refusal(
          'Conflict',
          `Operation cannot be fulfilled on ${kind.plural} "${name}": ${differs}`,
          kind as Kind,
          name,
        ),
      );
    }
    if (resourceVersion !== undefined && resourceVersion !== stored.metadata.resourceVersion) {
      return refused(conflict(kind as Kind, name));
    }
    if (options.dryRun) return accepted(stored, 200);
    const plan = planDeletion(kind as Kind, stored, options, this.#now());
    if (plan.outcome === 'none') return accepted(stored, 200);
    if (plan.outcome === 'mark')
      return accepted(this.#store.put(kind as Kind, plan.object, this.#now()) as T, 200);
    const last = plan.before ? this.#store.put(kind as Kind, plan.before, this.#now()) : plan.object;
    this.#remove(kind as Kind, last);
    return accepted(last as T, 200);
  }

  /** POST to pods/binding: the scheduler's decision. */
  bind(namespace: string, name: string, uid: string, nodeName: string): Answer<Pod> {
    const pod = this.#store.get(PodKind, namespace, name);
    if (!pod || pod.metadata.uid !== uid) return refused(notFound(PodKind as Kind, name));
    if (pod.spec.nodeName) {
      const why = `pod ${name} is already assigned to node "${pod.spec.nodeName}"`;
      return refused(
        refusal(
          'Conflict',
          `Operation cannot be fulfilled on pods/binding "${name}": ${why}`,
          PodKind as Kind,
          name,
        ),
      );
    }
    return accepted(
      this.#store.put(PodKind as Kind, bound(pod, nodeName, this.#now()), this.#now()) as Pod,
      201,
    );
  }

  /** POST to pods/eviction: a deletion that disruption budgets are asked about. */
  evict(
    namespace: string,
    name: string,
    options: DeleteOptions & { readonly dryRun?: boolean } = {},
  ): Answer<Pod> {
    const pod = this.#store.get(PodKind, namespace, name);
    if (!pod) return refused(notFound(PodKind as Kind, name));
    const eviction = judgeEviction(pod, this.#store, this.#now());
    if (!eviction.ok) return refused(eviction.status);
    if (!options.dryRun) {
      if (eviction.budget) this.#store.put(PodDisruptionBudgetKind as Kind, eviction.budget, this.#now());
      this.#store.put(PodKind as Kind, eviction.pod, this.#now());
    }
    return this.delete(PodKind, namespace, name, options);
  }

  #read(kind: Kind, given: unknown, options: Reading): Answer {
    if (options.fieldValidation === undefined) return accepted(draftOf(given as KubeObject, options), 200);
    const decoded = decode(kind, given, options.fieldValidation);
    if (!decoded.ok) return refused(badRequest(decoded.message));
    const { object } = decoded;
    // kubectl takes the kind from the core group and then asks for a version that is nowhere.
    if (!object.apiVersion) return refused(NO_SUCH_RESOURCE);
    if (object.apiVersion !== apiVersionOf(kind) || object.kind !== kind.kind) {
      const want = `${apiVersionOf(kind)}, Kind=${kind.kind}`;
      return refused(badRequest(`the object provided is unrecognized (must be of type ${want})`));
    }
    const [unsupported] = findUnsupported(kind, object);
    if (unsupported) return refused(badRequest(notSimulated(unsupported)));
    const deprecation = kind.deprecated ? [kind.deprecated] : [];
    return accepted(object, 200, [...deprecation, ...decoded.warnings]);
  }

  /** A Service gets its addresses and ports before anything else is said of it. */
  #allocate<T extends KubeObject>(
    kind: Kind<T>,
    draft: T,
    old: T | undefined,
    random: Random,
    { dryRun = false }: WriteOptions,
  ): Status | undefined {
    if ((kind as Kind) !== (ServiceKind as Kind)) return undefined;
    const services = { draft: draft as KubeObject as Service, old: old as KubeObject as Service | undefined };
    return allocateService({ ...services, view: this.#store, random, isDryRun: dryRun });
  }

  #merged<T extends KubeObject>(kind: Kind<T>, draft: T, stored: T): T {
    const next = { ...draft, metadata: metadataForUpdate(draft.metadata, stored.metadata) } as T & {
      status?: unknown;
    };
    const { status } = stored as { status?: unknown };
    if (kind.hasStatus && status !== undefined) next.status = status;
    else if (kind.hasStatus) delete next.status;
    kind.prepareForUpdate?.(next, stored);
    kind.defaults?.(next);
    return next;
  }

  #write<T extends KubeObject>(
    kind: Kind<T>,
    next: T,
    stored: T,
    options: Reading,
    warnings: readonly string[],
  ): Answer<T> {
    if (isEqual(next, stored)) return accepted(stored, 200, warnings);
    const { name } = stored.metadata;
    let quotas: readonly ResourceQuota[] = [];
    if (!options.subresource) {
      const random = this.#draws.of(stored.metadata.uid ?? '');
      const unavailable = this.#allocate(kind, next, stored, random, options);
      if (unavailable) return refused(unavailable, warnings);
      const [ofObject, ofChange] = [kind.validate?.(next) ?? [], kind.validateUpdate?.(next, stored) ?? []];
      const errors = kind.checksChangeFirst ? [...ofChange, ...ofObject] : [...ofObject, ...ofChange];
      if (errors.length > 0) return refused(invalid(kind as Kind, name, errors), warnings);
      const status = admitUpdate({ kind: kind as Kind, next, stored, view: this.#store });
      if (status) return refused(status, warnings);
      const charged = { kind: kind as Kind, object: next, stored, view: this.#store, nowMs: this.#now() };
      const charge = chargeQuotas(charged);
      if (!charge.ok) return refused(charge.status, warnings);
      quotas = charge.quotas;
    }
    const isNew = !options.subresource && isNewGeneration(kind as Kind, next, stored);
    const counted = isNew ? bumpGeneration(next) : next;
    // Only people are warned; where a kind counts generations, of a new one.
    const isWarned =
      options.fieldValidation !== undefined && !options.subresource && (isNew || !kind.hasGeneration);
    const said = isWarned ? [...warnings, ...(kind.warnings?.(counted, stored) ?? [])] : warnings;
    if (options.dryRun) return accepted(counted, 200, said);
    this.#writeQuotas(quotas);
    if (isReleased(kind as Kind, counted)) {
      this.#remove(kind as Kind, counted);
      return accepted(counted, 200, said);
    }
    return accepted(this.#store.put(kind as Kind, counted, this.#now()) as T, 200, said);
  }

  #writeQuotas(quotas: readonly ResourceQuota[]): void {
    for (const quota of quotas) this.#store.put(ResourceQuotaKind as Kind, quota, this.#now());
  }

  #remove(kind: Kind, last: KubeObject): void {
    this.#objects -= 1;
    this.#store.remove(kind, last, this.#now());
  }

  #countObject(): void {
    if (this.#objects >= this.#objectsMax) {
      throw new BoundExceeded(
        'objects',
        `This cluster already holds ${this.#objectsMax} objects; it takes no more. Ask for fewer replicas.`,
      );
    }
    this.#objects += 1;
  }
}

/** A copy that the server may fill in. Of a status nothing is filled in: it is stored as it comes. */
function draftOf(given: KubeObject, { subresource }: Reading): KubeObject {
  return subresource ? given : cloneJson(given);
}

/** Not Kubernetes' words: what a learner must know is never passed over in silence. */
function notSimulated({ path, instead }: UnsupportedField): string {
  return `petset does not simulate ${path} yet; use instead: ${instead}`;
}

function withStatus<T extends KubeObject>(kind: Kind<T>, stored: T, draft: T): T {
  const { status } = draft as { status?: unknown };
  if (!kind.handsOnAnnotations) return { ...stored, status };
  const { annotations: _, ...metadata } = stored.metadata;
  const given = draft.metadata.annotations;
  return { ...stored, metadata: given ? { ...metadata, annotations: given } : metadata, status };
}

function byKey(a: KubeObject, b: KubeObject): number {
  const namespaces = compareText(a.metadata.namespace ?? '', b.metadata.namespace ?? '');
  return namespaces || compareText(a.metadata.name, b.metadata.name);
}

function bound(pod: Pod, nodeName: string, nowMs: number): Pod {
  const scheduled = {
    type: 'PodScheduled',
    status: 'True',
    lastProbeTime: null,
    lastTransitionTime: formatRfc3339(nowMs),
  } as const;
  // A node that it waited for is no longer of interest.
  const { conditions = [], nominatedNodeName: _, ...status } = pod.status ?? {};
  const others = conditions.filter((condition) => condition.type !== 'PodScheduled');
  return {
    ...pod,
    spec: { ...pod.spec, nodeName },
    status: { ...status, conditions: [...others, scheduled] },
  };
}
