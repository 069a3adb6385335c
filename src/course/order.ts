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

/** Pages to look things up in, beside the lessons: content/<locale>/reference/<id>.mdx. */
const referenceSchema = z.strictObject({
  title: localizedSchema,
  pages: z.array(z.strictObject({ id: idSchema, title: localizedSchema })).min(1),
});

const courseSchema = z
  .strictObject({ modules: z.array(moduleSchema).min(1), reference: referenceSchema.optional() })
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

/** Every exercise in the order in which the lessons set them. */
export function exercisesInOrder(course: Course): { exercise: string; lesson: Lesson; slug: string }[] {
  return lessonsInOrder(course).flatMap(({ lesson, slug }) =>
    lesson.exercises.map((exercise) => ({ exercise, lesson, slug })),
  );
}

/** The lesson that sets an exercise, or undefined for an exercise outside the course. */
export function lessonOfExercise(
  course: Course,
  exercise: string,
): { slug: string; lesson: Lesson } | undefined {
  return lessonsInOrder(course).find(({ lesson }) => lesson.exercises.includes(exercise));
}

export function sidebarOf({ modules, reference }: Course): SidebarGroup[] {
  const lessons = modules.map((module) => ({
    ...labels(module.title),
    items: module.lessons.map((lesson) => ({ ...labels(lesson.title), slug: slugOf(module, lesson) })),
  }));
  if (reference === undefined) return lessons;
  const pages = reference.pages.map(({ id, title }) => ({ ...labels(title), slug: `reference/${id}` }));
  return [...lessons, { ...labels(reference.title), items: pages }];
}

function labels(title: Localized): { label: string; translations: Record<string, string> } {
  const translations = Object.fromEntries(LOCALES.map((locale) => [locale, title[locale]]));
  return { label: title[FALLBACK_LOCALE], translations };
}
