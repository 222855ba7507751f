/*
 * Required before all tests: every property runs with one seed, so that a run says the same each time. `FC_SEED` looks
 * elsewhere.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 2014) });
