import { grade } from '../../grader/grade.ts';
import { absent } from './absent.ts';
export const order = [grade, absent];
