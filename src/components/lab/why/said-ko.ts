/** Events and refusals, in Korean. */
import type { Denial } from './denial.ts';
import { kindInKo } from './kinds-ko.ts';
import type { UnfitWords } from './unfit.ts';
import { unfitOf } from './unfit.ts';

/** Of each reason: what it means, and what comes next. */
const EVENTS: Readonly<Record<string, string>> = {
  FailedScheduling:
    '스케줄러가 모든 노드를 살폈지만 이 파드를 실행할 수 있는 노드가 없었습니다. 도움이 될 만한 변화가 생기면 다시 시도합니다.',
  Scheduled:
    '스케줄러가 실행할 수 있는 노드 가운데 점수가 가장 높은 노드를 골랐습니다. 이제 그 노드의 kubelet이 파드를 시작합니다.',
  BackOff:
    '컨테이너가 거듭 종료되었거나 이미지를 받지 못했습니다. kubelet은 다시 시도하기 전에 최대 5분까지 점점 더 오래 기다립니다.',
  Unhealthy:
    'kubelet이 프로브대로 물었지만 제때 답을 받지 못했습니다. 준비성 프로브가 실패하면 서비스에서 빠지고, 활성 프로브나 스타트업 프로브가 실패하면 컨테이너가 다시 시작됩니다.',
  Killing: 'kubelet이 컨테이너를 끝냅니다. 먼저 종료를 요청하고, 유예 시간이 지나면 강제로 끝냅니다.',
  Failed: 'kubelet이 이 컨테이너에 필요한 다음 일을 하지 못했습니다. 스스로 다시 시도합니다.',
  FailedMount: '파드의 볼륨을 아직 마운트할 수 없어 컨테이너를 시작하지 않습니다.',
  FailedCreate: '컨트롤러가 API 서버에 파드를 요청했지만 거절되었습니다. 점점 드물게 계속 요청합니다.',
  FailedBinding: '클레임에 맞는 볼륨이 없고, 새로 만들어 줄 것도 없습니다.',
  ProvisioningFailed: '스토리지클래스가 클레임의 볼륨을 만들지 못했습니다. 다시 시도합니다.',
  WaitForFirstConsumer:
    '스토리지클래스는 클레임을 처음 쓰는 파드가 실행될 곳에 볼륨을 만듭니다. 그래서 클레임은 파드를 기다립니다.',
  Preempted: '우선순위가 더 높은 파드에 자리가 없어 이 파드가 비켜야 했습니다.',
  NodeNotReady: '컨트롤 플레인에 이 노드의 kubelet 소식이 너무 오래 없었습니다.',
  TaintManagerEviction: '이 파드가 더는 용인하지 않는 테인트가 노드에 있습니다.',
  BackoffLimitExceeded: '잡의 파드가 backoffLimit보다 많이 실패했습니다. 더는 시작하지 않습니다.',
  DeadlineExceeded: '잡이 activeDeadlineSeconds보다 오래 걸렸습니다.',
  Evicted: '노드에 자원이 모자라 kubelet이 파드를 끝냈습니다.',
};

const UNFIT: UnfitWords = {
  insufficient: (n, what) => `노드 ${n}개: 파드가 요청한 만큼의 ${what} 여유가 없습니다.`,
  taint: (n) => `노드 ${n}개: 파드가 용인하지 않는 테인트가 있습니다.`,
  cordoned: (n) => `노드 ${n}개: 통제(cordon)되어 새 파드를 받지 않습니다.`,
  affinity: (n) => `노드 ${n}개: nodeSelector나 어피니티가 요구하는 레이블이 없습니다.`,
  apart: (n) => `노드 ${n}개: 함께 있으면 안 되는 파드가 이미 있습니다.`,
  'apart-by-others': (n) => `노드 ${n}개: 이런 파드와 함께 있지 않으려는 파드가 이미 있습니다.`,
  near: (n) => `노드 ${n}개: 가까이 있어야 할 파드가 없습니다.`,
  ports: (n) => `노드 ${n}개: hostPort를 이미 쓰고 있습니다.`,
  spread: (n) => `노드 ${n}개: 분배가 너무 고르지 않게 됩니다.`,
  full: (n) => `노드 ${n}개: 받을 수 있는 파드 수가 이미 찼습니다.`,
  unbound: () => '파드의 클레임에 아직 볼륨이 없습니다.',
  'no-claim': (what) => `클레임 ${what}이(가) 없습니다.`,
  'no-volume': (n) => `노드 ${n}개: 클레임에 맞는 빈 볼륨이 없습니다.`,
  'volume-elsewhere': (n) => `노드 ${n}개: 클레임의 볼륨을 쓸 수 없는 곳입니다.`,
  'other-name': (n) => `노드 ${n}개: 파드가 지정한 노드가 아닙니다.`,
};

export function eventInKo(reason: string, message: string): readonly string[] {
  const meaning = EVENTS[reason];
  const unfit = reason === 'FailedScheduling' ? unfitOf(message, UNFIT) : [];
  return [...(meaning === undefined ? [] : [meaning]), ...unfit];
}

export function deniedInKo(it: Denial, clock: (ms: number) => string): string {
  switch (it.is) {
    case 'no-longer':
      return `${kindInKo(it.kind)} ${it.name}: 있었지만 ${clock(it.goneMs)}에 사라졌습니다.`;
    case 'never':
      return it.there.length === 0
        ? `${kindInKo(it.kind)} ${it.name}: 없습니다. 다른 ${kindInKo(it.kind)}도 없습니다.`
        : `${kindInKo(it.kind)} ${it.name}: 없습니다. 지금 있는 것: ${it.there.join(', ')}.`;
    case 'already':
      return `${kindInKo(it.kind)} ${it.name}: ${clock(it.sinceMs)}부터 있었고, 이름은 한 번만 쓸 수 있습니다. kubectl apply는 있는 것을 바꾸지만 create는 새로 만들기만 합니다.`;
    case 'changed':
      return `${kindInKo(it.kind)} ${it.name}: 읽은 뒤에 다른 쪽에서 바꾸었습니다. 보지 못한 변경을 덮어쓸 수는 없으므로 다시 읽어야 합니다.`;
    case 'field':
      return it.isFixed
        ? `${it.field}: 오브젝트가 생긴 뒤에는 바꿀 수 없는 필드입니다. 지우고 새로 만들거나 필드를 원래대로 두세요.`
        : `API 서버는 저장하기 전에 오브젝트를 검사하며, ${it.field} 필드가 규칙에 맞지 않습니다: ${it.message}`;
    case 'quota':
      return `리소스쿼터 ${it.quota}에 여유가 없습니다. 사용 중/허용: ${it.uses.join(', ')}.`;
    case 'budget':
      return 'PodDisruptionBudget 때문에 지금은 파드가 더 빠질 수 없습니다. 다른 파드가 준비되면 축출을 다시 시도할 수 있습니다.';
    case 'unreadable':
      return `API 서버가 이 종류의 오브젝트로 읽을 수 없어 아무것도 저장하지 않았습니다: ${it.message}`;
    case 'forbidden':
      return `읽을 수는 있었지만 허용되지 않았습니다: ${it.message}`;
    case 'other':
      return `API 서버의 답: ${it.message}`;
  }
}
