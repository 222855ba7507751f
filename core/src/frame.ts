/*
 * What a review's cover says, apart from its documents: the settings and the catalogues that they name. A
 * frame stays the same object as long as both do, so that whatever depends on it alone is worked out once.
 */
import type { CatalogueFile } from './catalogueIndex';
import type { Settings } from './settingTypes';

/** The cover's settings with the catalogues that they name. */
export interface Frame {
  /** The cover's URI. */
  readonly uri: string;
  readonly settings: Settings;
  readonly catalogues: readonly CatalogueFile[];
}

const known = new WeakMap<Settings, Frame>();

/** The frame of a cover: the one of before, if nothing in it has changed. */
export function frameOf(uri: string, settings: Settings, catalogues: readonly CatalogueFile[]): Frame {
  const before = known.get(settings);
  const same =
    before?.uri === uri &&
    before.catalogues.length === catalogues.length &&
    before.catalogues.every((file, i) => file === catalogues[i]);
  if (same) return before;
  const frame = { uri, settings, catalogues };
  known.set(settings, frame);
  return frame;
}
