// Every component of a cluster, in the order in which they are asked when a cluster starts.
import type { Component, NodeView } from './component.ts';
import { cronJobController, cronJobRescheduler } from './controllers/cronjob/index.ts';
import { daemonSetController } from './controllers/daemonset/index.ts';
import { deploymentController } from './controllers/deployment/index.ts';
import { disruptionController } from './controllers/disruption/index.ts';
import { endpointsController } from './controllers/endpoints/index.ts';
import { endpointSliceController } from './controllers/endpointslice/index.ts';
import { garbageCollector } from './controllers/garbagecollector/index.ts';
import { horizontalPodAutoscaler } from './controllers/horizontalpodautoscaler/index.ts';
import { jobController, jobOrphanPods, jobPodsController } from './controllers/job/index.ts';
import { namespaceController } from './controllers/namespace/index.ts';
import { nodeLease } from './controllers/nodelease/index.ts';
import { nodeLifecycleController } from './controllers/nodelifecycle/index.ts';
import { outOfServiceCollector, podGarbageCollector } from './controllers/podgc/index.ts';
import { replicaSetController } from './controllers/replicaset/index.ts';
import { replicationController } from './controllers/replicationcontroller/index.ts';
import { resourceQuotaController } from './controllers/resourcequota/index.ts';
import { rootCaCertPublisher } from './controllers/rootcacertpublisher/index.ts';
import { serviceAccountController } from './controllers/serviceaccount/index.ts';
import { statefulSetController } from './controllers/statefulset/index.ts';
import { taintEvictionController } from './controllers/tainteviction/index.ts';
import { ttlAfterFinishedController } from './controllers/ttlafterfinished/index.ts';
import { kubelet } from './kubelet/kubelet.ts';
import { nodeRegistration } from './kubelet/node-registration.ts';
import { nodeStatus } from './kubelet/node-status.ts';
import { prober } from './kubelet/prober.ts';
import { storageEviction } from './kubelet/storage-eviction.ts';
import { volumeRefresh } from './kubelet/volume-refresh.ts';
import { metricsServer } from './metrics/metrics-server.ts';
import { outsideLoad } from './network/outside-load.ts';
import { scheduler } from './scheduler/scheduler.ts';
import { binder } from './storage/binder.ts';
import { claimProtection, volumeProtection } from './storage/protection.ts';
import { provisioner } from './storage/provisioner.ts';

export const components: readonly Component<NodeView>[] = [
  nodeLease,
  nodeRegistration,
  nodeStatus,
  kubelet,
  prober,
  volumeRefresh,
  storageEviction,
  scheduler,
  binder,
  provisioner,
  claimProtection,
  volumeProtection,
  replicaSetController,
  replicationController,
  daemonSetController,
  deploymentController,
  statefulSetController,
  jobController,
  jobPodsController,
  jobOrphanPods,
  cronJobController,
  cronJobRescheduler,
  ttlAfterFinishedController,
  endpointsController,
  endpointSliceController,
  garbageCollector,
  namespaceController,
  serviceAccountController,
  rootCaCertPublisher,
  nodeLifecycleController,
  taintEvictionController,
  podGarbageCollector,
  outOfServiceCollector,
  resourceQuotaController,
  disruptionController,
  horizontalPodAutoscaler,
  metricsServer,
  outsideLoad,
];
