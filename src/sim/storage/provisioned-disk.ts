// Where the data of a volume lies that was made for a claim.

/**
 * The disk behind a provisioned volume. Its name has the uid of its claim in it, which tells it from all others: a retained
 * volume that is deleted, and written again under its name, has the data that it had.
 */
export function provisionedDisk(volumeName: string): string {
  return `pv:${volumeName}`;
}
