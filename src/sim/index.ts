// The only door into the simulator: everything the world outside src/sim may use.

export type { FieldValidation } from './api/decode.ts';
export { findKind, kindFor, kindsOfCategory } from './api/discovery.ts';
export { kinds } from './api/index.ts';
export { apiVersionOf, type Column, type Kind, resourceName } from './api/kind.ts';
export * from './api/meta.ts';
export { type Node, NodeKind } from './api/node.ts';
export { type Pod, PodKind } from './api/pod.ts';
export type { Accepted, Answer, Refused } from './apiserver/answer.ts';
export type { ApiServer, WriteOptions } from './apiserver/api-server.ts';
export type { Patch } from './apiserver/patching.ts';
export type { Status, StatusReason } from './apiserver/status.ts';
export type { Change } from './apiserver/store.ts';
export type { Watch } from './apiserver/watch.ts';
export { BoundExceeded, type Bounds } from './bounds.ts';
export { type Cluster, type ClusterOptions, createCluster, DEFAULT_START_MS } from './cluster.ts';
export type { DeleteOptions, NodeView, View } from './component.ts';
export { isReady as isPodReady } from './controllers/pod-facts.ts';
export { type EventRow, recordEvents } from './event-history.ts';
export { formatGoDuration, humanDuration, parseGoDuration } from './machinery/duration.ts';
export type { Selector } from './machinery/labels.ts';
export { parseSelector } from './machinery/selector-parser.ts';
export { parseRfc3339 } from './machinery/time.ts';
export { type PodRow, recordPods } from './pod-history.ts';
export type { World } from './world/create-world.ts';
export * from './world/process.ts';
