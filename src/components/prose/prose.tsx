/** An exercise's Markdown as elements. */
import type { JSX } from 'preact';
import { isWholeName } from '../../course/whole-names.ts';
import type { Block, Inline } from './markdown.ts';
import { blocksOf, inlineOf } from './markdown.ts';

/** Whole texts: paragraphs, lists, code. */
export function Prose({ text }: { readonly text: string }): JSX.Element {
  return (
    <div class="prose">
      {blocksOf(text).map((block, index) => (
        <BlockOf key={index} block={block} />
      ))}
    </div>
  );
}

/** A text that stands within a line. */
export function Phrase({ text }: { readonly text: string }): JSX.Element {
  return <Parts parts={inlineOf(text.replace(/\s+/g, ' ').trim())} />;
}

/** A sentence of the grader, with commands in backticks. It quotes what others wrote, so nothing else in it is Markdown. */
export function Coded({ text }: { readonly text: string }): JSX.Element {
  const parts = text.split('`');
  // Without its partner a backtick is only that.
  const isPaired = parts.length % 2 === 1;
  if (!isPaired) return <>{text}</>;
  return <>{parts.map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>;
}

function BlockOf({ block }: { readonly block: Block }): JSX.Element {
  if (block.is === 'code') {
    return (
      <pre>
        <code>{block.text}</code>
      </pre>
    );
  }
  if (block.is === 'paragraph') {
    return (
      <p>
        <Parts parts={block.parts} />
      </p>
    );
  }
  const items = block.items.map((parts, index) => (
    <li key={index}>
      <Parts parts={parts} />
    </li>
  ));
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function Parts({ parts }: { readonly parts: readonly Inline[] }): JSX.Element {
  return (
    <>
      {parts.map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </>
  );
}

function Part({ part }: { readonly part: Inline }): JSX.Element {
  switch (part.is) {
    case 'text':
      return <>{part.text}</>;
    case 'code':
      return <code class={isWholeName(part.text) ? 'whole' : undefined}>{part.text}</code>;
    case 'em':
      return (
        <em>
          <Parts parts={part.parts} />
        </em>
      );
    case 'strong':
      return (
        <strong>
          <Parts parts={part.parts} />
        </strong>
      );
    case 'link':
      return (
        <a href={part.href}>
          <Parts parts={part.parts} />
        </a>
      );
  }
}
