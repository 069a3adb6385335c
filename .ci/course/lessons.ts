/** Every lesson that is written, in every language, as its checks see it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locale } from '../../src/course/locale.ts';
import { LOCALES } from '../../src/course/locale.ts';
import type { Lesson } from '../../src/course/order.ts';
import { lessonsInOrder, parseCourse } from '../../src/course/order.ts';
import type { LessonSource } from './lesson-source.ts';
import { readLesson } from './lesson-source.ts';

export interface WrittenLesson {
  readonly locale: Locale;
  readonly slug: string;
  readonly path: string;
  /** As course.yaml lists it. */
  readonly listed: Lesson;
  readonly source: LessonSource;
}

/** In the order of course.yaml. The first language has them all. */
export function writtenLessons(): WrittenLesson[] {
  const course = parseCourse(readFileSync('content/course.yaml', 'utf8'));
  return lessonsInOrder(course).flatMap(({ slug, lesson }) =>
    LOCALES.flatMap((locale) => {
      const path = `content/${locale}/${slug}.mdx`;
      if (locale !== LOCALES[0] && !existsSync(path)) return [];
      const beside = (module: string) => readFileSync(join(dirname(path), module), 'utf8');
      return [{ locale, slug, path, listed: lesson, source: readLesson(readFileSync(path, 'utf8'), beside) }];
    }),
  );
}
