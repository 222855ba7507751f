/*
 * Heap in use by our server after it has read a folder and come to rest, after a collection: in KB for one
 * document, less what the server uses with an empty folder.
 */
import { noteFailure, withServers, type Bench } from '../bench';
import { withFolder } from '../folders';
import type { Running } from '../servers';
import { readFolder } from './reading';

/** Measures the heap for a document. */
export async function measureMemory(bench: Bench): Promise<void> {
  const count = bench.quick ? 100 : 1000;
  bench.say(`memory: ${count} documents`);
  try {
    const few = await heapWith(bench, 1);
    const many = await heapWith(bench, count);
    bench.figures.add('memory', `KB of heap a document, of ${count}`, 'ours', [
      (many - few) / (count - 1) / 1000,
    ]);
  } catch (failure) {
    noteFailure(bench, 'memory', failure);
  }
}

async function heapWith(bench: Bench, count: number): Promise<number> {
  let heap = NaN;
  await withFolder(count, (folder) => {
    const work = async ([server]: readonly Running[]): Promise<void> => {
      if (!server) return;
      const settled = server.client.notified('criticalFriend/changed');
      await Promise.all([readFolder(server, folder), settled]);
      // The first collection may still find what the last answers hold.
      await server.client.request<number>('bench/heap', {});
      heap = await server.client.request<number>('bench/heap', {});
    };
    return withServers(bench, ['ours'], work, folder.uri);
  });
  return heap;
}
