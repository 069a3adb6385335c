/** Why no node will do for a pod, one reason after the other, as the scheduler's message counts them. */

const REASONS = [
  ['insufficient', /(\d+) Insufficient ([\w/-]+(?:\.[\w/-]+)*)/g],
  ['taint', /(\d+) node\(s\) had untolerated taint\(s\)/g],
  ['cordoned', /(\d+) node\(s\) were unschedulable/g],
  ['affinity', /(\d+) node\(s\) didn't match Pod's node affinity\/selector/g],
  ['apart', /(\d+) node\(s\) didn't match pod anti-affinity rules/g],
  ['apart-by-others', /(\d+) node\(s\) didn't satisfy existing pods anti-affinity rules/g],
  ['near', /(\d+) node\(s\) didn't match pod affinity rules/g],
  ['ports', /(\d+) node\(s\) didn't have free ports for the requested pod ports/g],
  ['spread', /(\d+) node\(s\) didn't match pod topology spread constraints/g],
  ['full', /(\d+) Too many pods/g],
  ['unbound', /pod has unbound immediate PersistentVolumeClaims/g],
  ['no-claim', /persistentvolumeclaim "([^"]*)" not found/g],
  ['no-volume', /(\d+) node\(s\) didn't find available persistent volumes to bind/g],
  ['volume-elsewhere', /(\d+) node\(s\) didn't match PersistentVolume's node affinity/g],
  ['other-name', /(\d+) node\(s\) didn't match the requested node name/g],
] as const;

/** For each reason a sentence; `n`: how many nodes, or what is named where none are counted. */
export type UnfitWords = Readonly<Record<(typeof REASONS)[number][0], (n: string, what: string) => string>>;

export function unfitOf(message: string, words: UnfitWords): readonly string[] {
  return REASONS.flatMap(([is, pattern]) =>
    [...message.matchAll(pattern)].map(([, n = '', what = '']) => words[is](n, what)),
  );
}
