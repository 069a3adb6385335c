// Where the course's own exercises are.
import { fileURLToPath } from 'node:url';

export const EXERCISES = fileURLToPath(new URL('../../exercises/', import.meta.url));
