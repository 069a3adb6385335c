/** Kinds as the Kubernetes documentation calls them in Korean. */

const KINDS: Readonly<Record<string, string>> = {
  Pod: '파드',
  StatefulSet: '스테이트풀셋',
  Deployment: '디플로이먼트',
  ReplicaSet: '레플리카셋',
  DaemonSet: '데몬셋',
  Job: '잡',
  CronJob: '크론잡',
  Service: '서비스',
  Node: '노드',
  PersistentVolumeClaim: '퍼시스턴트볼륨클레임',
  PersistentVolume: '퍼시스턴트볼륨',
  EndpointSlice: '엔드포인트슬라이스',
  ConfigMap: '컨피그맵',
  Secret: '시크릿',
  Namespace: '네임스페이스',
  ResourceQuota: '리소스쿼터',
};

export function kindInKo(kind: string): string {
  return KINDS[kind] ?? kind;
}
