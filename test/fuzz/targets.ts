/*
 * Everything that is fuzzed.
 */
import { plantedTargets } from './planted';
import type { Target } from './target';
import { importers } from './targets/importing';
import { readers } from './targets/reading';
import { writers } from './targets/writing';

/** The product's targets. */
export const productTargets: readonly Target[] = [...readers, ...importers, ...writers];

/** The same and the fuzzer's own. */
export const targets: readonly Target[] = [...productTargets, ...plantedTargets];
