/*
 * Bundles the bench's programs as the product is bundled for a package, so that the floor and our server start
 * under the same conditions. The bundles lie in the folder of build results and are made again at every run.
 * The surprising fact: the server that reads whole texts is ours with one file of the core exchanged.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build, type BuildOptions, type Plugin } from 'esbuild';

const root = join(__dirname, '..');
const target = join(root, 'out', 'bench');

/** The paths of the bundled programs. */
export interface Bundles {
  readonly floor: string;
  /** Our server with the bench's door. */
  readonly ours: string;
  /** The same, reading the whole text at every change. */
  readonly wholeText: string;
  /** Our server as people start it. */
  readonly product: string;
  /** Plain remark over a folder. */
  readonly plain: string;
  /** The command line as people start it. */
  readonly cli: string;
}

/** Bundles everything. */
export async function bundleAll(): Promise<Bundles> {
  await mkdir(target, { recursive: true });
  const [floor, ours, wholeText, product, plain, cli] = await Promise.all([
    bundle('floor', 'bench/servers/floor.ts'),
    bundle('ours', 'bench/servers/ours.ts'),
    bundle('wholeText', 'bench/servers/ours.ts', { plugins: [oneChunk] }),
    bundle('product', 'server/src/node.ts'),
    bundle('plain', 'bench/servers/plain.ts'),
    buildCli(),
  ]);
  return { floor, ours, wholeText, product, plain, cli };
}

/** Everything as it is packaged, because the command line looks for its version and its standards beside itself. */
async function buildCli(): Promise<string> {
  const script = join(root, 'scripts', 'build.mjs');
  await promisify(execFile)(process.execPath, [script, '--minify', '--to', join(target, 'dist')]);
  for (const name of ['package.json', 'standards'])
    await cp(join(root, name), join(target, name), { recursive: true });
  return join(target, 'dist', 'cli.js');
}

async function bundle(name: string, entry: string, options: BuildOptions = {}): Promise<string> {
  const outfile = join(target, `${name}.js`);
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    loader: { '.md': 'text' },
    logLevel: 'warning',
    ...options,
  });
  return outfile;
}

/** Exchanges the file that cuts texts into chunks; a core that has no such file any more is an error. */
const oneChunk: Plugin = {
  name: 'one-chunk',
  setup(run) {
    let isExchanged = false;
    run.onResolve({ filter: /^\.\/cutChunks$/ }, () => {
      isExchanged = true;
      return { path: join(root, 'bench', 'servers', 'oneChunk.ts') };
    });
    run.onEnd(() => {
      const text = 'The core imports no ./cutChunks: the server that reads whole texts would be ours.';
      return isExchanged ? {} : { errors: [{ text }] };
    });
  },
};
