/** The address of a machine on the network that the nodes share; `index` counts machines from 0. */
export function machineAddress(index: number): string {
  return `192.168.49.${11 + index}`;
}
