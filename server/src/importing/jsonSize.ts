/*
 * How much a JSON file would be once it is read. Three bytes of a file can make an object of a hundred, so its values
 * and how deep they are nested are counted in the text first.
 */
import { limits, many, savePart, TooMuch } from './limits';

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openList, openMap, closeList, closeMap] = [0x5b, 0x7b, 0x5d, 0x7d];

/** Throws TooMuch where a text would become more values than are read. */
export function checkJson(text: string): void {
  let isString = false;
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isString) {
      if (unit === backslash) at++;
      else if (unit === quote) isString = false;
      continue;
    }
    if (unit === quote) isString = true;
    else if (unit === openList || unit === openMap) depth++;
    else if (unit === closeList || unit === closeMap) depth--;
    else if (unit !== comma && unit !== colon) continue;
    if (unit !== closeList && unit !== closeMap) values++;
    if (depth > limits.depth)
      throw new TooMuch(
        `has lists nested more than ${many(limits.depth)} deep, which is the most that is read. Check that it is an OSCAL catalogue.`,
      );
    if (values > limits.values)
      throw new TooMuch(
        `holds more than ${many(limits.values)} values, which is the most that is read. ${savePart}`,
      );
  }
}
