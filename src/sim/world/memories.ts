// What kubelets remember of their pods, matter by matter; the world does not look inside.

export class Memories {
  readonly #byPod = new Map<string, Map<string, unknown>>();

  get(podUid: string, about: string): unknown {
    return this.#byPod.get(podUid)?.get(about);
  }

  set(podUid: string, about: string, memory: unknown): void {
    const known = this.#byPod.get(podUid);
    if (known) known.set(about, memory);
    else this.#byPod.set(podUid, new Map([[about, memory]]));
  }

  forget(podUid: string): void {
    this.#byPod.delete(podUid);
  }
}
