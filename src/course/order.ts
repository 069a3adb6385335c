/** The order of the course, read from content/course.yaml: modules, their lessons, their exercises. */
import { load } from 'js-yaml';
import { z } from 'zod';
import { FALLBACK_LOCALE, LOCALES } from './locale.ts';
import type { Localized } from './localized.ts';
import { localizedSchema } from './localized.ts';

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');

const lessonSchema = z.strictObject({
  /** The last part of the lesson's address, and its file's name. */
  id: idSchema,
  title: localizedSchema,
  /** Folders of exercises/, in the order in which the lesson sets them. */
  exercises: z.array(idSchema),
});

const moduleSchema = z.strictObject({
  /** The first part of its lessons' addresses, and their folder's name. */
  id: idSchema,
  title: localizedSchema,
  lessons: z.array(lessonSchema).min(1),
});

const courseSchema = z
  .strictObject({ modules: z.array(moduleSchema).min(1) })
  .superRefine((course, context) => {
    const report = (what: string, ids: readonly string[]): void => {
      for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index))) {
        context.addIssue({ code: 'custom', message: `${what} "${id}" is listed twice` });
      }
    };
    const lessons = course.modules.flatMap((module) => module.lessons);
    report(
      'module',
      course.modules.map(({ id }) => id),
    );
    report(
      'exercise',
      lessons.flatMap(({ exercises }) => exercises),
    );
    for (const module of course.modules)
      report(
        'lesson',
        module.lessons.map(({ id }) => id),
      );
  });

export type Course = z.infer<typeof courseSchema>;
export type Module = Course['modules'][number];
export type Lesson = Module['lessons'][number];

/** One entry of the course's table of contents, as Starlight's sidebar takes it. */
export interface SidebarGroup {
  label: string;
  translations: Record<string, string>;
  items: { label: string; translations: Record<string, string>; slug: string }[];
}

/** Reads the text of course.yaml. Throws an error that says what is wrong and where. */
export function parseCourse(text: string): Course {
  const result = courseSchema.safeParse(load(text));
  if (result.success) return result.data;
  throw new Error(`course.yaml: ${z.prettifyError(result.error)}`);
}

/** A lesson's address below its locale, e.g. `statefulsets/a-name-that-stays`. */
export function slugOf(module: Module, lesson: Lesson): string {
  return `${module.id}/${lesson.id}`;
}

/** Every lesson in the order in which they are read. */
export function lessonsInOrder(course: Course): { module: Module; lesson: Lesson; slug: string }[] {
  return course.modules.flatMap((module) =>
    module.lessons.map((lesson) => ({ module, lesson, slug: slugOf(module, lesson) })),
  );
}

/** The lesson that sets an exercise, or undefined for an exercise outside the course. */
export function lessonOfExercise(
  course: Course,
  exercise: string,
): { slug: string; lesson: Lesson } | undefined {
  return lessonsInOrder(course).find(({ lesson }) => lesson.exercises.includes(exercise));
}

export function sidebarOf(course: Course): SidebarGroup[] {
  const translationsOf = (title: Localized): Record<string, string> =>
    Object.fromEntries(LOCALES.map((locale) => [locale, title[locale]]));
  return course.modules.map((module) => ({
    label: module.title[FALLBACK_LOCALE],
    translations: translationsOf(module.title),
    items: module.lessons.map((lesson) => ({
      label: lesson.title[FALLBACK_LOCALE],
      translations: translationsOf(lesson.title),
      slug: slugOf(module, lesson),
    })),
  }));
}
