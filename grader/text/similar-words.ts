// The words of `petset similar`, in each language.
import type { Locale } from '../locale.ts';
import type { FeatureKind } from '../similar/features.ts';

interface SimilarWords {
  readonly alike: (percent: number) => string;
  readonly among: (count: number) => string;
  readonly kinds: Readonly<Record<FeatureKind, string>>;
  readonly none: string;
  readonly note: string;
}

export const similarWords: Readonly<Record<Locale, SimilarWords>> = {
  en: {
    alike: (percent) => `${percent}% alike, beside what the exercise itself gives`,
    among: (count) => `in ${count} submissions`,
    kinds: {
      field: 'field',
      command: 'command',
      order: 'commands in a row',
      comment: 'comment',
      pause: 'pauses in a row',
      line: 'line',
    },
    none: 'Nothing stands out: no two submissions have more in common than the exercise explains.',
    note: 'Likeness is no proof of anything. People work in pairs, ask the same helper, or find the same page; a small exercise leaves few ways to do it. Look at what is shared, and talk to those concerned before you conclude anything.',
  },
  ko: {
    alike: (percent) => `실습 자체에 있는 것을 빼고 ${percent}% 비슷함`,
    among: (count) => `제출물 ${count}개에 있음`,
    kinds: {
      field: '필드',
      command: '명령',
      order: '이어진 명령',
      comment: '주석',
      pause: '이어진 멈춤',
      line: '줄',
    },
    none: '눈에 띄는 것이 없습니다. 실습으로 설명되는 것보다 더 비슷한 제출물은 없습니다.',
    note: '비슷하다는 것은 아무것도 증명하지 않습니다. 함께 공부했거나, 같은 사람에게 물었거나, 같은 글을 보았을 수 있고, 작은 실습은 푸는 방법이 몇 가지 되지 않습니다. 무엇이 같은지 살펴보고, 결론을 내리기 전에 당사자와 이야기하세요.',
  },
};
