/**
 * The document, as an editor should see it that is to adopt its style sheets rather than write them into the page: a strict
 * Content-Security-Policy forbids the latter. style-mod adopts where its root has no head, as a shadow root has none.
 */
export function adoptingRoot(): Document {
  return new Proxy(document, {
    get(target, key) {
      if (key === 'head') return undefined;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
    set: (target, key, value) => Reflect.set(target, key, value, target),
  });
}
