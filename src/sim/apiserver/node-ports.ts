// Node ports for one Service. A port is one number for both protocols: what one has, no other gets.
import type { Kind } from '../api/kind.ts';
import type { Service, ServicePort, ServiceSpec } from '../api/service.ts';
import { ServiceKind } from '../api/service.ts';
import { hasNodePorts } from '../api/service-defaults.ts';
import type { View } from '../component.ts';
import { invalid as invalidField } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import type { Random } from '../machinery/random.ts';
import type { Status } from './status.ts';
import { invalid, refusal } from './status.ts';

/** Numbers are drawn from `drawn` on, so that those below are likely to be free for who asks for one. */
const RANGE = { first: 30_000, drawn: 30_086, last: 32_767 };
/** A dry run draws nothing: it counts on from here. */
const DRY_RUN_BEFORE = 32_768;

export class PortOperation {
  readonly #used: Set<number>;
  readonly #random: Random;
  readonly #isDryRun: boolean;
  readonly #taken: number[] = [];

  constructor(view: View, random: Random, isDryRun: boolean) {
    const services = view.list(ServiceKind).map(({ spec }) => spec);
    const numbers = services.flatMap((spec) => [...numbersOf(spec), spec.healthCheckNodePort ?? 0]);
    this.#used = new Set(numbers);
    this.#random = random;
    this.#isDryRun = isDryRun;
  }

  /** Why a number cannot be had; undefined: it is taken now. */
  take(port: number): string | undefined {
    // A dry run does not look at the range.
    if (!this.#isDryRun && (port < RANGE.first || port > RANGE.last)) {
      const range = `${RANGE.first}-${RANGE.last}`;
      return `provided port is not in the valid range. The range of valid ports is ${range}`;
    }
    if (this.#used.has(port)) return 'provided port is already allocated';
    this.#note(port);
    return undefined;
  }

  /** A free number. */
  next(): number {
    const { drawn, last, first } = RANGE;
    if (this.#isDryRun) {
      const port = (this.#taken.length > 0 ? Math.max(...this.#taken) : DRY_RUN_BEFORE) + 1;
      this.#note(port);
      return port;
    }
    let port = drawn + this.#random.int(last - drawn + 1);
    for (let tries = first; tries <= last && this.#used.has(port); tries++)
      port = port < last ? port + 1 : first;
    this.#note(port);
    return port;
  }

  /** Ports of one number under two protocols share their node port. */
  forCreate({ metadata, spec }: Service): Status | undefined {
    const given = new Map<number, number>();
    for (const port of wantingOf(spec)) {
      const shared = given.get(port.port);
      const asked = shared === undefined ? askedFor(port.port, spec) : port.nodePort;
      if (asked && asked !== shared) {
        const problem = this.take(asked);
        if (problem) return refused(metadata.name, spec, port, asked, problem);
        port.nodePort = asked;
      } else port.nodePort = shared ?? this.next();
      if (shared === undefined) given.set(port.port, port.nodePort);
    }
    return undefined;
  }

  /** Numbers that the Service had before are its own. */
  forUpdate({ metadata, spec }: Service, old: Service): Status | undefined {
    const own = new Set(numbersOf(old.spec));
    const seen = new Set<string>();
    for (const port of wantingOf(spec)) {
      if (port.nodePort && !own.has(port.nodePort) && !this.#taken.includes(port.nodePort)) {
        const problem = this.take(port.nodePort);
        if (problem) return refused(metadata.name, spec, port, port.nodePort, problem);
      }
      port.nodePort ||= this.next();
      const pair = `{${port.protocol} ${port.nodePort}}`;
      if (seen.has(pair)) return refusal('', `duplicate nodePort: ${pair}`);
      seen.add(pair);
    }
    return undefined;
  }

  #note(port: number): void {
    this.#taken.push(port);
    this.#used.add(port);
  }
}

function numbersOf({ ports = [] }: ServiceSpec): number[] {
  return ports.flatMap(({ nodePort }) => nodePort || []);
}

/** The ports that get a number, or keep the one they asked for. */
function wantingOf(spec: ServiceSpec): ServicePort[] {
  if (!hasNodePorts(spec)) return [];
  const allocates = spec.type === 'NodePort' || spec.allocateLoadBalancerNodePorts !== false;
  return (spec.ports ?? []).filter(({ nodePort }) => nodePort || allocates);
}

function askedFor(number: number, { ports = [] }: ServiceSpec): number | undefined {
  return ports.find(({ port, nodePort }) => port === number && nodePort)?.nodePort;
}

function refused(
  name: string,
  { ports = [] }: ServiceSpec,
  port: ServicePort,
  number: number,
  problem: string,
): Status {
  const path = FieldPath.of('spec', 'ports').index(ports.indexOf(port)).child('nodePort');
  return invalid(ServiceKind as Kind, name, [invalidField(path, number, problem)]);
}
