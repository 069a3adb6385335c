/** The layers as rules for dependency-cruiser. */
import type { IFlattenedRuleSet } from 'dependency-cruiser';
import type { Layer, Wall } from './layers.ts';
import { LAYERS, TEST_PACKAGES, TESTS, WALLS } from './layers.ts';

type Rule = NonNullable<IFlattenedRuleSet['forbidden']>[number];

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const startsWithOne = (paths: readonly string[]): string => `^(${paths.map(literally).join('|')})`;
const isPackage = (names: readonly string[]): string =>
  `(^|/)node_modules/(@types/)?(${names.map(literally).join('|')})/`;

/** What Astro makes up while it builds. */
const VIRTUAL = '^astro:';

/** Everything outside the layer's own list is forbidden to it; for tests the list is longer. */
function layerRules(layer: Layer, index: number): Rule[] {
  const earlier = LAYERS.slice(0, index).filter((other) => other.path.startsWith(layer.path));
  const others = earlier.map((other) => other.path);
  const allowed = startsWithOne([layer.path, ...layer.sees]);
  const rule = (isForTests: boolean): Rule => {
    const from = startsWithOne([layer.path]);
    const fromNot = [...(others.length > 0 ? [startsWithOne(others)] : []), ...(isForTests ? [] : [TESTS])];
    const packages =
      layer.packages === 'any' ? [] : [...layer.packages, ...(isForTests ? TEST_PACKAGES : [])];
    const to =
      layer.packages === 'any'
        ? [allowed, '(^|/)node_modules/', VIRTUAL]
        : [allowed, isPackage(packages), ...(isForTests ? ['^src/sim/testing/'] : [])];
    return {
      name: `${layer.name.replaceAll(' ', '-')}${isForTests ? '-tests' : ''}-see-only-what-is-theirs`,
      severity: 'error',
      from: { path: isForTests ? `${from}.*(${TESTS})` : from, pathNot: fromNot },
      to: { pathNot: to, ...(layer.node || isForTests ? { dependencyTypesNot: ['core'] } : {}) },
    };
  };
  return [rule(false), rule(true)];
}

function wallRule(wall: Wall): Rule {
  return {
    name: wall.name,
    severity: 'error',
    from: { path: wall.from, ...(wall.fromNot && { pathNot: wall.fromNot }) },
    to: {
      path: wall.to,
      ...(wall.toNot && { pathNot: wall.toNot }),
      ...(wall.typesPass && { dependencyTypesNot: ['type-only'] }),
    },
  };
}

export const RULES: IFlattenedRuleSet = {
  forbidden: [
    ...LAYERS.flatMap(layerRules),
    ...WALLS.map(wallRule),
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: VIRTUAL },
    },
  ],
};
