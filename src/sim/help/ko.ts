// What advice says in Korean.
import type { AlsoNeeded, Successor } from './advice.ts';
import type { Sentences } from './sentences.ts';

const also: Readonly<Record<AlsoNeeded, string>> = {
  selector: ' 그리고 spec.selector.matchLabels에 템플릿의 레이블을 적으세요.',
  ingress:
    ' 경로마다 pathType이 필요하고, 백엔드는 backend.service.name과 backend.service.port.number로 적습니다.',
  'cpu-metric': ' CPU 목표는 spec.metrics 아래에 적습니다(type: Resource, averageUtilization).',
  'metric-target': ' 각 메트릭의 값은 target 아래에 적습니다(type: Utilization, averageUtilization).',
};

const successors: Readonly<Record<Successor, string>> = {
  'namespace-labels': '이제는 네임스페이스의 레이블(pod-security.kubernetes.io/enforce)이 그 일을 합니다.',
};

/** How a thing gets what cannot be changed. */
function anew(kind: string): string {
  if (kind === 'PersistentVolumeClaim') return '새 클레임을 만들어 데이터를 옮기세요';
  const keep = kind === 'StatefulSet' ? '(--cascade=orphan이면 파드는 남습니다)' : '';
  return `오브젝트를 삭제하고${keep} 새로 만드세요`;
}

export const ko: Sentences = {
  'did-you-mean': ({ word }) => `혹시 ${word} 아닌가요?`,
  'belongs-in': ({ field, place }) =>
    place === ''
      ? `${field} 필드의 자리는 오브젝트의 맨 위, metadata 옆입니다. 들여쓰기를 확인하세요.`
      : `${field} 필드의 자리는 ${place} 아래입니다. 들여쓰기를 확인하세요.`,
  'belongs-in-item': ({ field, place }) =>
    `${field} 필드의 자리는 ${place} 목록의 항목 안입니다. 들여쓰기를 확인하세요.`,
  'put-under': ({ field, place }) => `${field} 필드는 ${place} 아래에 적으세요.`,
  'not-here': ({ field, place, fields }) =>
    `${place === '' ? '오브젝트의 맨 위' : `${place} 아래`}에는 ${field} 필드가 없습니다.${fields === '' ? '' : ` 쓸 수 있는 필드: ${fields}`}`,
  'of-other-kinds': ({ field, kind, kinds }) =>
    `${kind}에는 ${field} 필드가 없습니다. 이 필드가 있는 종류: ${kinds.join(', ')}`,
  'write-instead': ({ word }) => `대신 ${word} 형태로 적으세요.`,
  'leave-out': ({ field }) => `${field} 필드를 빼세요. 이 종류의 옛 버전과 함께 없어졌습니다.`,
  'given-twice': ({ field }) => `${field} 필드가 두 번 나옵니다. 하나만 남기세요.`,
  'every-node-has-one': () =>
    'replicas를 빼세요. 데몬셋은 파드가 실행될 수 있는 노드마다 파드를 하나씩 실행합니다.',
  'job-counts': () =>
    '잡의 파드 수는 replicas가 아니라 parallelism(동시에)과 completions(모두 합해)로 정합니다.',
  'moved-api': ({ kind, apiVersion, since, also: needed }) =>
    `이 버전은 쿠버네티스 ${since}에서 없어졌습니다. ${kind}에는 apiVersion: ${apiVersion} 버전을 쓰세요.${needed === undefined ? '' : also[needed]}`,
  'gone-api': ({ kind, since, instead }) =>
    `${kind} 종류는 쿠버네티스 ${since}에서 없어졌습니다. ${successors[instead]}`,
  'right-api': ({ kind, apiVersion, also: needed }) =>
    `${kind}에는 apiVersion: ${apiVersion} 버전을 쓰세요.${needed === undefined ? '' : also[needed]}`,
  'right-kind-and-api': ({ kind, apiVersion }) => `혹시 kind: ${kind}, apiVersion: ${apiVersion} 아닌가요?`,
  'no-such-kind': ({ kind }) =>
    `${kind}라는 종류는 없습니다. 어떤 종류가 있는지는 kubectl api-resources로 볼 수 있습니다.`,
  'add-line': ({ line }) => `${line} 줄을 추가하세요.`,
  'say-what-it-is': () =>
    '어떤 오브젝트인지 적으세요. apiVersion과 kind가 필요합니다(예: apiVersion: v1, kind: Pod).',
  'no-object': () =>
    '오브젝트가 아닙니다. 매니페스트는 apiVersion, kind, metadata, spec 같은 필드로 시작합니다.',
  quote: ({ value, as }) =>
    `YAML은 ${value} 값을 ${as === 'number' ? '숫자' : '불리언'}로 읽습니다. 텍스트로 쓰려면 따옴표로 감싸세요.`,
  unquote: ({ value }) => `따옴표 안에서는 텍스트가 됩니다. 따옴표 없이 ${value}만 적으세요.`,
  'takes-number': ({ field }) => `${field} 필드의 값은 정수입니다.`,
  'takes-boolean': ({ field }) => `${field} 필드의 값은 true 또는 false입니다.`,
  'takes-text': ({ field }) => `${field} 필드의 값은 텍스트 하나입니다.`,
  'takes-list': ({ field, example }) => `${field} 필드의 값은 목록입니다: ${example}`,
  'takes-items': ({ field }) => `${field} 필드의 값은 목록입니다. 각 항목을 대시(-)와 공백으로 시작하세요.`,
  'takes-fields': ({ field, example }) =>
    `${field} 필드에는 ${example} 같은 필드를 다음 줄에 들여 써서 적으세요.`,
  'takes-pairs': ({ field, example }) =>
    `${field} 필드에는 ${example} 같은 쌍을 다음 줄에 대시 없이 들여 써서 적으세요.`,
  'takes-time': ({ field }) => `${field} 필드의 값은 2026-01-05T09:00:00Z 형식의 시각입니다.`,
  'takes-base64': ({ field, plain }) =>
    `${field} 필드의 값은 base64입니다. 일반 텍스트는 ${plain} 아래에 적으세요.`,
  'plain-selector': ({ kind }) =>
    `${kind}의 셀렉터에는 matchLabels가 없습니다. selector 바로 아래에 레이블을 적으세요.`,
  'write-quantity': ({ quantity }) => `그런 단위는 없습니다. ${quantity} 형태로 적으세요.`,
  quantities: () => '수량은 500m이나 2(CPU), 64Mi, 1Gi(2의 거듭제곱), 64M, 1G(10의 거듭제곱)처럼 적습니다.',
  'write-name': ({ name }) => `예를 들어 ${name} 형태로 적으세요.`,
  shorter: ({ max }) => `더 짧게 줄이세요. 최대 ${max}자입니다.`,
  'label-lacks': ({ label }) => `spec.selector가 ${label} 레이블을 요구합니다. 템플릿에 이 레이블을 다세요.`,
  'labels-lack-expression': () => '템플릿의 레이블은 spec.selector.matchExpressions의 조건에 맞아야 합니다.',
  'template-lacks': ({ labels }) => `템플릿에 metadata.labels를 추가하세요: ${labels}`,
  'select-something': ({ labels }) => `spec.selector.matchLabels에 템플릿의 레이블을 적으세요: ${labels}`,
  'add-field': ({ field }) => `여기에 ${field} 필드를 추가하세요.`,
  'add-example': ({ example }) => `여기에 추가하세요. 예: ${example}`,
  'give-name': () => '오브젝트에 이름을 주세요. metadata 아래에 name을 추가하면 됩니다.',
  'add-handler': () =>
    '어떻게 할지 적으세요. exec, httpGet, tcpSocket, grpc(프로브에서만) 가운데 하나가 필요합니다.',
  'only-always': ({ kind }) =>
    `${kind}의 파드는 항상 재시작됩니다. restartPolicy를 빼거나, 끝나는 작업이라면 잡을 쓰세요.`,
  'restart-never-or-on-failure': () =>
    '잡의 작업은 끝이 있습니다. restartPolicy: Never 또는 OnFailure로 적으세요.',
  'selects-its-own': ({ kind }) => `selector를 빼세요. ${kind}의 셀렉터는 저절로 만들어집니다.`,
  'no-such-volume': ({ name, isStatefulSet }) =>
    `${name}라는 볼륨이 없습니다. 파드의 volumes${isStatefulSet ? '나 volumeClaimTemplates' : ''}에 추가하거나 이름을 고치세요.`,
  'no-such-image': ({ image, example, like, all }) => {
    if (example !== undefined) return `${image} 태그는 없습니다. 혹시 ${example} 아닌가요?`;
    const meant = like === undefined ? '' : ` 혹시 ${like} 아닌가요?`;
    return `${image} 이미지는 없습니다.${meant} 쓸 수 있는 이미지: ${all.join(', ')}`;
  },
  'cron-fields': () => '스케줄은 분, 시, 일, 월, 요일의 다섯 필드로 이루어집니다.',
  'fixed-at-creation': ({ kind }) =>
    `${kind} 오브젝트를 만들 때 정해지는 값입니다. 이 값을 그대로 두거나, ${anew(kind)}.`,
  'apply-instead': () => '이미 있는 오브젝트입니다. 있는 것을 바꾸려면 kubectl apply를 쓰세요.',
  'create-namespace': ({ name }) => `네임스페이스를 먼저 만드세요: kubectl create namespace ${name}`,
  'other-namespace': () => '파일과 명령의 네임스페이스가 서로 다릅니다. 둘 중 하나를 빼세요.',
  'yaml-tab': () => 'YAML은 탭이 아니라 공백으로 들여 씁니다.',
  'yaml-space-after': ({ character }) => `${character === ':' ? '콜론' : '대시'} 뒤에 공백을 넣으세요.`,
  'yaml-quote': ({ character }) => `${character} 기호로 시작하는 값은 따옴표로 감싸야 합니다.`,
  'yaml-colon-inside': () => '콜론과 공백이 들어 있는 값은 따옴표로 감싸세요.',
  'yaml-close': ({ character }) => `닫는 ${character} 기호가 빠졌습니다.`,
  'yaml-align': () => '같은 오브젝트의 필드는 같은 열에서 시작합니다. 들여쓰기를 확인하세요.',
  'yaml-new-line': () => '목록은 필드 이름의 다음 줄에서 시작하세요.',
  'yaml-template': () => '이것은 템플릿입니다. {{ }} 안을 먼저 채우거나 따옴표로 감싸세요.',
};
