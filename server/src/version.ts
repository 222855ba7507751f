/*
 * The product's version, which its manifest holds; bundled, like the catalogues, so that no door has to find a
 * file. Only doors import this file.
 */
export { version } from '../../package.json';
