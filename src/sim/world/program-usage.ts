// What a program takes of its machine while it runs, as data of the image that holds it.

export interface ProgramUsage {
  /** Thousandths of a core while it waits for work. */
  readonly idleCpuMillis?: number;
  /** What one request costs, in ms of one core. */
  readonly requestCpuMs?: number;
  /** Memory from its start on. */
  readonly memoryBytes?: number;
  /** Memory that it takes beyond that with each second, and the most it takes in all: without end, if absent. */
  readonly memoryBytesPerSecond?: number;
  readonly memoryMaxBytes?: number;
}

export const kibibyte = 1024;
export const mebibyte = 1024 * kibibyte;

/** What any process takes. */
export const processBytes = 512 * kibibyte;
/** What it takes to start one. */
export const processStartCpuMs = 1;
