// A part of a class, for one of several machines: all submissions of a student are in the same part.
import { createHash } from 'node:crypto';
import type { ClassRoll } from './class-roll.ts';

export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Which part a student is in; the same on every machine, whoever else is in the class. */
export function shardOf(student: string, of: number): number {
  return createHash('sha256').update(student).digest().readUInt32BE(0) % of;
}

export function ofShard(roll: ClassRoll, { index, of }: Shard): ClassRoll {
  return { ...roll, students: roll.students.filter(({ student }) => shardOf(student, of) === index) };
}
