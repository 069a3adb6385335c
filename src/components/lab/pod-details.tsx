/** Everything about one pod that the picture has no room for. */
import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { PodView } from './frame.ts';
import { Glyph } from './glyph.tsx';
import type { Words } from './words.ts';
import { fill } from './words.ts';

interface Props {
  readonly pod: PodView;
  readonly words: Words;
  close(): void;
}

export function PodDetails({ pod, words, close }: Props): JSX.Element {
  const root = useRef<HTMLElement>(null);
  const leave = (): void => {
    // The focus goes back to the pod it came from.
    const opener = root.current?.parentElement?.querySelector<HTMLElement>('.lab-pod[aria-expanded="true"]');
    close();
    opener?.focus();
  };
  return (
    <section
      class="lab-details"
      ref={root}
      aria-label={fill(words.detailsOf, { pod: pod.name })}
      onKeyDown={(event) => event.key === 'Escape' && leave()}
    >
      <header>
        <Glyph tone={pod.tone} />
        <strong>{pod.name}</strong> <span>{pod.status}</span>
        <button type="button" class="lab-quiet" onClick={leave}>
          {words.close}
        </button>
      </header>
      <dl>
        <Fact name={words.owner}>{pod.owner || words.none}</Fact>
        <Fact name={words.node}>{pod.node || words.unscheduled}</Fact>
        <Fact name="IP">{pod.ip || words.none}</Fact>
        <Fact name={words.labels}>{pod.labels.join(', ') || words.none}</Fact>
        <Fact name={words.claims}>{pod.claims.join(', ') || words.none}</Fact>
        <Fact name={words.containers}>
          <ul>
            {pod.containers.map((container) => (
              <li key={container.name}>
                <Glyph tone={container.tone} /> {container.name} · {container.image} · {container.state}
                {container.restarts > 0 && ` · ${fill(words.restarts, { count: container.restarts })}`}
              </li>
            ))}
          </ul>
        </Fact>
        <Fact name={words.lastEvent}>{pod.lastEvent || words.none}</Fact>
      </dl>
    </section>
  );
}

function Fact({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
