/*
 * Files of office programs as a test reads them: taken apart by their own parser of XML, which is none of those that the
 * product writes with, so that a file nobody could open is found.
 */
import assert from 'node:assert/strict';
import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import { strFromU8, unzipSync } from 'fflate';

/** The parts of a file as text. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** The root of every part that is XML; fails where one is not well formed. */
export function rootsOf(bytes: Uint8Array): Record<string, XmlElement> {
  const parts = Object.entries(partsOf(bytes)).filter(([name]) => /\.(?:xml|rels)$/.test(name));
  return Object.fromEntries(
    parts.map(([name, text]) => {
      const { root } = parseXml(text);
      assert.ok(root, name);
      return [name, root];
    }),
  );
}

/** All elements of a name below another, in order. */
export function elementsOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).flatMap((child) => {
    if (!(child instanceof XmlElement)) return [];
    return [...(child.name === name ? [child] : []), ...elementsOf(child, name)];
  });
}

/** The words in some elements of text, in order. */
export function textOf(element: XmlElement | undefined, name = 'w:t'): string {
  return elementsOf(element, name)
    .map(({ children }) => children.map((child) => (child instanceof XmlText ? child.text : '')).join(''))
    .join('');
}

/** Fails where a file leads anywhere but to its own parts and to plain addresses, or may run something. */
export function checkHarmless(bytes: Uint8Array): void {
  const roots = rootsOf(bytes);
  for (const [name, root] of Object.entries(roots)) {
    assert.equal(/vba|activeX|embeddings|oleObject|externalLink/i.test(name), false, name);
    for (const { attributes } of elementsOf(root, 'Relationship')) {
      const { Target: target = '', TargetMode: mode } = attributes;
      if (mode === 'External') assert.match(target, /^(?:https?:\/\/|mailto:)[\w\-.~:/?#@!$&'()*+,;=%]+$/i);
      else assert.match(target, /^(?:\/?[A-Za-z0-9_\-./[\]]+|#.*)$/);
    }
    for (const field of elementsOf(root, 'w:instrText').map((each) => each.text.trim()))
      assert.match(field, /^(?:TOC|PAGEREF|PAGE|SEQ)\b/);
  }
}
