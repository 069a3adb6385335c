// `$(NAME)` in environment values, commands and arguments.
// Source: "Define dependent environment variables" in the Kubernetes documentation.

/** Replaces every `$(NAME)` that is known; unknown ones stay as they are, and `$$` stands for one dollar sign. */
export function expand(text: string, lookup: (name: string) => string | undefined): string {
  if (!text.includes('$')) return text;
  return text.replace(/\$\$|\$\(([^)]*)\)/g, (found, name: string | undefined) => {
    if (name === undefined) return '$';
    return lookup(name) ?? found;
  });
}
