/** Prints in the light theme whatever the screen has: paper is light, and a printer leaves out dark grounds but not pale letters. */
export function printInLight(): void {
  const { dataset } = document.documentElement;
  let onScreen: string | undefined;
  addEventListener('beforeprint', () => {
    onScreen = dataset.theme;
    dataset.theme = 'light';
  });
  addEventListener('afterprint', () => {
    if (onScreen !== undefined) dataset.theme = onScreen;
  });
}
