/** A session as a page asks for it. */
import type { FieldTexts } from '../../kubectl/field-texts/field-texts.ts';
import type { ManifestListener } from '../../kubectl/index.ts';
import type { Session } from '../../shell/session.ts';
import { createSession } from '../../shell/session.ts';
import type { ImageDefinition } from '../../sim/index.ts';
import { readImages } from '../../sim/index.ts';
import type { OpenRequest } from './protocol.ts';

/** Throws where the images are not of their form. */
export function openSession(
  open: OpenRequest,
  listener: ManifestListener,
  fieldTexts: FieldTexts | undefined,
): Session {
  const { seed, nodes, files, images, bounds } = open;
  return createSession({
    seed,
    nodes,
    files: new Map(files),
    listener,
    ...(images === undefined ? {} : { images: imagesOf(images) }),
    ...(fieldTexts ? { fieldTexts } : {}),
    ...(bounds ? { bounds } : {}),
  });
}

function imagesOf(value: unknown): readonly ImageDefinition[] {
  const read = readImages(value);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}
