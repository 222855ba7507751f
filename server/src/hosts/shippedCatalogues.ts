/*
 * The catalogues that come with the product, bundled as text, so that no entry point has to find or read a file.
 * Their URIs name the files of a folder `standards` beside them, which an editor can open for a
 * definition. Only entry points import this file: outside a bundle there is no loader for Markdown.
 */
import childrensServices2014 from '../../../standards/ssia-childrens-services-2014.standards.md';

const files = { 'ssia-childrens-services-2014.standards.md': childrensServices2014 };

/** The shipped catalogues as files of `folder`, a URI in its one spelling. */
export function shippedCatalogues(folder: string): { uri: string; text: string }[] {
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  return Object.entries(files).map(([name, text]) => ({ uri: base + name, text }));
}
