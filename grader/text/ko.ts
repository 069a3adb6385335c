// The grader's sentences in Korean.
import type { Step, WhenWord } from '../finding.ts';
import type { Sentences } from './sentences.ts';
import { rangeOf, secondsOf } from './sentences.ts';

const whenWords: Readonly<Record<WhenWord, string>> = {
  end: '마지막에',
  eventually: '어느 한 순간에',
  always: '모든 순간에',
  never: '어느 순간에도 아니어야 함',
};

function counted(count: string): string {
  if (count === 'some') return '하나 이상';
  if (count === 'all') return '전부';
  if (count === 'none' || count === '0') return '하나도 없음';
  const { min = 0, max } = rangeOf(count) ?? {};
  if (max === undefined) return `${min}개 이상`;
  if (min === max) return `${max}개`;
  return min === 0 ? `${max}개 이하` : `${min}~${max}개`;
}

const stepWords = new Map([
  ['created', '생성'],
  ['ready', '준비 완료'],
  ['unready', '준비 상태 해제'],
  ['deleting', '종료 요청'],
  ['deleted', '삭제 완료'],
]);

const step = ({ object, is }: Step) => `${object} ${stepWords.get(is) ?? is}`;
const named = (resource: string, which: string) => (which === '' ? resource : `${resource} "${which}"`);
const orNothing = (text: string) => (text === '' ? '없음' : text);

export const ko: Sentences = {
  messages: {
    'objects-wanted': ({ resource, which, count, fields, when }) =>
      `${named(resource, which)}${fields === '' ? '' : `, 조건 ${fields}`}: ${counted(count)} (${whenWords[when]})`,
    'cel-wanted': ({ when }) => `과제에 적힌 상태 (${whenWords[when]})`,
    'order-wanted': ({ first, next }) => `먼저 ${step(first)}, 그다음 ${step(next)}`,
    'prints-wanted': ({ command, text }) => `\`${command}\`의 출력에 다음이 포함됨: ${text}`,
    'lacks-wanted': ({ command, text }) => `\`${command}\`의 출력에 다음이 없음: ${text}`,
    'exit-wanted': ({ command, exitCode }) => `\`${command}\`의 종료 코드가 ${exitCode}`,
    'right-answer-wanted': () => '정답',
    'none-there': ({ resource, which }) => `없음: ${named(resource, which)}`,
    'number-matched': ({ resource, matched, of, names }) =>
      `${resource} ${of}개 중 ${matched}개가 해당됨${names === '' ? '' : `: ${names}`}`,
    closest: ({ resource, which, matched, of }) =>
      `가장 가까웠던 순간: ${named(resource, which)} ${of}개 중 ${matched}개가 맞음`,
    'field-differs': ({ object, path, wanted, found, matched, of }) =>
      `${object}의 ${path}: ${orNothing(found)} (필요한 값: ${wanted})${of > 1 ? `; ${of}개 중 ${matched}개만 맞음` : ''}`,
    'field-is': ({ object, path, found }) => `${object}의 ${path}: ${orNothing(found)}`,
    'how-many': ({ resource, count }) => `${resource} ${count}개`,
    'is-there': ({ object }) => `있음: ${object}`,
    'not-like-that': ({ object }) => `${object}이(가) 그렇지 않음`,
    'not-the-same': ({ object }) => `${object}이(가) 처음에 있던 것이 아님`,
    'does-not-hold': () => '클러스터가 이러한 상태가 아님',
    'cannot-tell': () => '살펴볼 대상이 없음',
    held: () => '일어나서는 안 되는 일이 일어남',
    'window-never-opened': () => '살펴볼 순간이 오지 않음',
    'never-happened': ({ step: it }) => `일어나지 않음: ${step(it)}`,
    'happened-before': ({ step: it, other, otherAtMs }) =>
      `${step(it)} 쪽이 먼저 일어남. ${step(other)}: ${secondsOf(otherAtMs)}초`,
    printed: ({ text, exitCode }) => `출력: ${orNothing(text)} (종료 코드 ${exitCode})`,
    refused: ({ command, text }) => `\`${command}\` 명령이 거부됨: ${text}`,
    'no-answer': () => '답하지 않음',
    answered: ({ answer }) => `답: ${answer}`,
  },
  reasons: {
    'too-large': (detail) => `제출물이 너무 큼 (${detail})`,
    'too-deep': (detail) => `너무 깊이 중첩됨 (${detail})`,
    'not-json': () => '완전한 JSON이 아님. 다시 내보내야 함',
    'not-a-submission': (detail) => `제출물의 형식이 아님: ${detail}`,
    'wrong-version': (detail) => `버전 ${detail}은(는) 이 채점기가 읽지 못함`,
    'wrong-exercise': (detail) => `다른 실습의 제출물: ${detail}`,
    'not-asked-for': (detail) => `이 실습은 .${detail} 파일을 받지 않음`,
    'not-yaml': (detail) => `YAML이 아님: ${detail}`,
    'a-link': (file) => `링크는 따라가지 않음. 파일 자체를 제출해야 함: ${file}`,
    'not-a-file': (file) => `파일이 아님: ${file}`,
    'unknown-ending': (file) => `이름이 .yaml, .yml, .sh, .json 중 하나로 끝나지 않음: ${file}`,
    'no-exercise': (file) => `이름이 어느 실습과도 맞지 않음: ${file}`,
    'not-readable': (file) => `읽을 수 없음: ${file}`,
    'over-limits': (detail) => `제출물 하나가 쓸 수 있는 한도를 넘음: ${detail}`,
    'out-of-time': (detail) => `실습 시간 안에 끝나지 않은 명령: ${detail}`,
    'out-of-memory': (detail) => `제출물 하나가 쓸 수 있는 메모리를 넘음: ${detail}`,
    stopped: (detail) => `채점이 너무 오래 걸려 중단됨: ${detail}`,
    'not-text': (detail) => `UTF-8 텍스트가 아님 (${detail}). UTF-8로 다시 저장해야 함`,
    'ambiguous-name': (file) => `같은 이름의 파일이 압축 파일 안에 둘 있음: ${file}`,
    ours: (detail) => `학습자의 잘못이 아닌 채점기의 오류: ${detail}`,
  },
  wanted: '필요',
  seen: '관찰',
  hint: '힌트',
  event: '이벤트',
  why: '이유',
  passed: '통과',
  failed: '실패',
  notGraded: '채점 불가',
  missing: '미제출',
  noStudent: '(이름 없음)',
  notTranslated: '이 실습은 아직 번역되지 않아 영어로 표시됩니다.',
  otherRevision: (made, now) => `실습의 개정 ${made}에 맞춘 제출물입니다. 지금은 개정 ${now}입니다.`,
  at: (seconds, seed) => `${seconds}초, 시드 ${seed}`,
  rules: {
    late: (days, percent) => `${days === undefined ? '지각 표시됨' : `${days}일 늦음`}: −${percent}%`,
    closed: (days) => `${days}일 늦음: 제출이 마감됨`,
    checkGate: (check) => `${check} 검사를 통과해야 점수가 인정됨`,
    exerciseGate: (exercise, percent) => `${exercise} 실습이 ${percent}%에 이르러야 점수가 인정됨`,
    earned: (points) => `검사만으로는 ${points}점`,
    override: (reason) => `직접 정한 점수: ${reason}`,
    extraCredit: '추가 점수',
    attempt: (number, of, counted) =>
      counted > 1 ? `제출물 ${counted}개의 평균` : `제출물 ${of}개 중 ${number}번째`,
    handedIn: (at) => `제출 시각 ${at}`,
    open: (errors) => `채점하지 못한 ${errors}건은 합계에서 뺌`,
    excused: '면제',
    total: '합계',
    hidden: '실습에는 나오지 않는 검사입니다.',
  },
  table: {
    student: '학생',
    error: '오류',
    excused: '면제',
    legend: '–  미제출    오류  채점하지 못함. 0점이 아님',
  },
  diff: {
    nowPasses: (check) => `${check}: 이제 통과`,
    nowFails: (check) => `${check}: 이제 실패`,
    because: '이유',
    causes: {
      submission: '다른 제출물을 채점함',
      exercise: '실습의 개정이 다름',
      'hidden-or-exercise': '실습 또는 숨은 검사가 바뀜',
      seeds: '다른 시드로 채점함',
      engine: '다른 버전의 채점기로 채점함',
      rules: '채점 규칙이 바뀜',
      unknown: '보고서에 나타난 차이가 없음',
    },
    came: '두 번째에만 있음',
    gone: '첫 번째에만 있음',
    summary: (changed, same) => `바뀐 성적 ${changed}건, 같은 성적 ${same}건`,
  },
  summary: (students, graded, errors, missing) =>
    `학생 ${students}명: 채점 ${graded}건, 채점 불가 ${errors}건, 미제출 ${missing}건`,
};
