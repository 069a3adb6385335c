// What the command line and its threads say to each other.
import type { ExerciseChanges } from '../../rules/prepare-exercise.ts';
import type { SubmissionForm } from '../../submission.ts';

/** Given to a thread when it begins. */
export interface ThreadData {
  readonly exercises: readonly ExerciseParts[];
}

export interface ExerciseParts {
  readonly slug: string;
  /** Text by path. */
  readonly files: readonly (readonly [string, string])[];
  readonly changes: ExerciseChanges;
}

export interface ThreadJob {
  readonly id: number;
  readonly exercise: string;
  readonly form: SubmissionForm;
  readonly text: string;
}

export interface ThreadAnswer {
  readonly id: number;
  /** The report, in canonical JSON. */
  readonly json: string;
  /** False where it is no function of the submission, and must not be kept. */
  readonly isKept: boolean;
}
