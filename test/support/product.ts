/*
 * What the product is called, for tests of its packages.
 */
import { readFileSync } from 'node:fs';
import * as path from 'node:path';

/** The folder of the repository. */
export const root = path.resolve(__dirname, '../..');

/** The name and the version of the packages. */
export const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
};
