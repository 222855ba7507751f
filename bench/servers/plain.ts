/*
 * No server: reads every review document of a folder with plain remark, which is `remark-parse`
 * without any extension, one after the other in one process. It prints the milliseconds that this took; its
 * own start is not among them. The first parse is the slow one, as it is for a server that starts cold.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const folder = process.argv[2] ?? '.';
const processor = unified().use(remarkParse).freeze();
const started = performance.now();
let nodes = 0;
for (const name of readdirSync(folder)) {
  if (!name.endsWith('.review.md')) continue;
  nodes += processor.parse(readFileSync(join(folder, name), 'utf8')).children.length;
}
process.stdout.write(JSON.stringify({ milliseconds: performance.now() - started, nodes }));
