import type { About, What } from './fact.ts';
import { kindInKo } from './kinds-ko.ts';
import type { Now } from './now.ts';
import { deniedInKo, eventInKo } from './said-ko.ts';
import type { Sentences } from './sentences.ts';

const nameOf = ({ kind, name }: About): string => `${kindInKo(kind)} ${name}`;
const exit = (exitCode: number, reason: string): string =>
  reason === '' || reason === 'Error' || reason === 'Completed'
    ? `종료 코드 ${exitCode}`
    : `${reason}, 종료 코드 ${exitCode}`;

function what(it: What, about: About): string {
  const object = nameOf(about);
  switch (it.is) {
    case 'created':
      return `${object} 생성`;
    case 'ending':
      return `${object} 종료 요청`;
    case 'gone':
      return `${object} 사라짐`;
    case 'scaled':
      return `${object}의 레플리카 수 변경: ${it.from} → ${it.to}`;
    case 'image':
      return `${object}의 ${it.container} 이미지 변경: ${it.from} → ${it.to}`;
    case 'template':
      return `${object}의 파드 템플릿 변경`;
    case 'spec':
      return `${object}의 스펙 변경`;
    case 'bound':
      return about.kind === 'Pod' ? `${object}의 노드로 ${it.to} 선택` : `${object} 바인딩: ${it.to}`;
    case 'ready':
      return `${object} 준비됨(Ready)`;
    case 'unready':
      return `${object}의 준비 상태(Ready) 해제`;
    case 'ended':
      return `${object}의 컨테이너 ${it.container} 종료: ${exit(it.exitCode, it.reason)}`;
    case 'restarted':
      return `${object}의 컨테이너 ${it.container} 다시 시작 (재시작 ${it.count}회)`;
    case 'phase':
      return `${object} 완전히 종료: ${it.phase}`;
    case 'said':
      return `${object}에 대한 이벤트: ${it.reason}`;
  }
}

function podNow(it: Now, clock: (ms: number) => string): string | undefined {
  switch (it.is) {
    case 'unscheduled':
      return `아직 배정된 노드가 없습니다. ${it.message}`.trim();
    case 'waiting':
      return `${it.container === '' ? '' : `컨테이너 ${it.container}: `}${it.reason} 상태로 기다리는 중입니다. ${it.message}`.trim();
    case 'back-off':
      return `컨테이너 ${it.container}: 종료되었습니다(${exit(it.exitCode, it.reason)}). kubelet이 다시 시작하지만 기다리는 시간이 최대 5분까지 갈수록 길어집니다. 무엇을 출력했는지는 \`kubectl logs\`로 볼 수 있습니다.`;
    case 'probe':
      return `컨테이너 ${it.container}: 실행 중이지만 준비성 프로브를 통과하지 못해 서비스가 요청을 보내지 않습니다. ${it.message}`.trim();
    case 'unready':
      return '아직 준비되지 않았습니다.';
    case 'terminating':
      return `종료 요청을 받았습니다. ${it.graceS}초 안에(${clock(it.endMs)}까지) 끝내지 않으면 강제로 종료됩니다.`;
    case 'finished':
      return `종료되었고(${it.phase}) 다시 시작되지 않습니다.`;
    default:
      return undefined;
  }
}

function now(it: Now, about: About, clock: (ms: number) => string): string {
  const pod = podNow(it, clock);
  if (pod !== undefined) return pod;
  switch (it.is) {
    case 'as-wanted':
      return `원하는 상태 그대로입니다. ${it.wanted}개 중 ${it.ready}개가 준비되었습니다.`;
    case 'short':
      return `${it.wanted}개 중 ${it.ready}개가 준비되었습니다.`;
    case 'completed':
      return `${it.wanted}개 중 ${it.completed}개가 완료되었습니다.`;
    case 'failed-job':
      return `실패했습니다: ${it.message}.`;
    case 'in-turn':
      return `파드를 차례대로 시작합니다. ${it.pod} 파드가 준비되기 전에는 ${it.next} 파드를 만들지 않습니다.`;
    case 'in-turn-update':
      return `번호가 큰 파드부터 차례대로 교체합니다. 지금은 ${it.pod} 파드가 준비되기를 기다립니다.`;
    case 'partition':
      return `partition 값이 ${it.partition}입니다. 번호가 이보다 작은 파드는 이전 템플릿을 그대로 씁니다.`;
    case 'step':
      return `파드를 조금씩 교체합니다. 한 번에 모자라도 되는 수는 ${it.unavailable}, 넘쳐도 되는 수는 ${it.surge}입니다.`;
    case 'paused':
      return '일시 중지되어 있어, 재개할 때까지 템플릿 변경이 반영되지 않습니다.';
    case 'selects-nothing':
      return `셀렉터 ${it.selector}에 맞는 레이블을 가진 파드가 없어 엔드포인트가 없습니다.`;
    case 'none-ready':
      return `셀렉터에 맞는 파드가 ${it.selected}개 있지만 준비된 파드가 없어, 준비된 엔드포인트가 없습니다.`;
    case 'serves':
      return `셀렉터에 맞는 파드 ${it.selected}개 중 ${it.ready}개가 준비되었습니다. 준비된 파드만 요청을 받습니다.`;
    case 'volume':
      return volumeSentence(it);
    case 'node-silent':
      return '컨트롤 플레인에 이 노드의 kubelet 소식이 끊겼습니다. 노드에서 실행되던 것은 계속 실행 중일 수 있습니다. 얼마 뒤 파드가 다른 노드에서 대체됩니다.';
    case 'gone':
      return `${nameOf(about)}: 더는 없습니다.`;
    default:
      return about.kind === 'Pod' ? '실행 중이며 준비된 상태입니다.' : '있어야 할 상태 그대로입니다.';
  }
}

export const ko: Sentences = { what, now, event: eventInKo, denied: deniedInKo };

function volumeSentence({ phase, policy, claim }: Extract<Now, { is: 'volume' }>): string {
  if (phase === 'Bound') return `클레임 ${claim}이(가) 쓰고 있습니다.`;
  if (phase === 'Available')
    return claim === ''
      ? '조건에 맞는 클레임을 기다리고 있습니다.'
      : `클레임 ${claim}을(를) 위해 남겨져 있습니다.`;
  if (phase !== 'Released') return `상태: ${phase}`;
  if (policy === 'Delete') return `클레임 ${claim}이(가) 삭제되었으므로, 볼륨도 데이터와 함께 삭제됩니다.`;
  if (policy === 'Recycle')
    return `클레임 ${claim}이(가) 삭제되었습니다. 내용을 비운 뒤 다음 클레임에 쓰입니다.`;
  return `클레임 ${claim}이(가) 삭제되었습니다. 데이터는 그대로 남으며, 누군가 claimRef를 지울 때까지 다른 클레임은 이 볼륨을 쓸 수 없습니다.`;
}
