/** The questions of a quiz, for the page that asks again what was missed: loaded for each quiz of which something was. */
import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths } from 'astro';
import { exercisePage } from '../../../components/exercise/build-exercise.ts';
import type { Locale } from '../../../course/locale.ts';
import { LOCALES } from '../../../course/locale.ts';
import { exercisesInOrder, parseCourse } from '../../../course/order.ts';

export const getStaticPaths = (() => {
  const course = parseCourse(readFileSync('content/course.yaml', 'utf8'));
  return LOCALES.flatMap((locale) =>
    exercisesInOrder(course)
      .map(({ exercise }) => exercisePage(exercise, locale))
      .filter(({ questions }) => questions.length > 0)
      .map(({ id }) => ({ params: { locale, slug: id } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const { questions, files } = exercisePage(params.slug ?? '', params.locale as Locale);
  return new Response(JSON.stringify({ questions, files }));
};
