// `$(NAME)` in environment values, commands and arguments.
// Source: "Define dependent environment variables" in the Kubernetes documentation.

/** What Linux takes as one argument or variable. Beyond it, names are left as they are: values can double and double again. */
const LONGEST = 131_072;

/** Replaces every `$(NAME)` that is known; unknown ones stay as they are, and `$$` stands for one dollar sign. */
export function expand(text: string, lookup: (name: string) => string | undefined): string {
  if (!text.includes('$')) return text;
  let { length } = text;
  return text.replace(/\$\$|\$\(([^)]*)\)/g, (found, name: string | undefined) => {
    if (name === undefined) return '$';
    const value = lookup(name);
    if (value === undefined || length + value.length > LONGEST) return found;
    length += value.length;
    return value;
  });
}
