/** The picture of a cluster, drawn again only where it would be another one. */
import type { Cluster } from '../../sim/index.ts';
import type { Picture } from './frame.ts';
import { LastEvents } from './last-events.ts';
import { pictureOf } from './picture.ts';

export class Drawing {
  readonly #cluster: Cluster;
  readonly #lastEvents: LastEvents;
  #isDirty = true;
  #drawn = '';

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    this.#lastEvents = new LastEvents(cluster);
    cluster.store.subscribe(() => {
      this.#isDirty = true;
    });
  }

  /** True where something has changed since it was drawn; it may look the same. */
  get isDirty(): boolean {
    return this.#isDirty;
  }

  /** The picture, if it is another one than that drawn last. */
  next(): Picture | undefined {
    if (!this.#isDirty) return undefined;
    this.#isDirty = false;
    const picture = this.#draw();
    const drawn = JSON.stringify(picture);
    if (drawn === this.#drawn) return undefined;
    this.#drawn = drawn;
    return picture;
  }

  /** Whoever is shown it next has seen nothing yet. */
  beginAgain(): void {
    this.#isDirty = true;
    this.#drawn = '';
  }

  /** What there is to see now, to be compared with another look. */
  look(): string {
    return JSON.stringify(this.#draw());
  }

  #draw(): Picture {
    return pictureOf(this.#cluster, this.#lastEvents.byUid);
  }
}
