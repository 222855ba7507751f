/*
 * The nearest of some known names to one that is not known, for “did you mean”. Nearness is the number of
 * single letters to insert, delete, replace or swap with a neighbour (Damerau's edit distance, restricted).
 */

/** The nearest name within a third of the word's length, the first where several are as near. */
export function nearestName(word: string, known: readonly string[]): string | undefined {
  const bound = Math.max(1, Math.floor(Math.max(word.length, 3) / 3));
  const [best] = rankByDistance(word, known).filter(({ distance }) => distance <= bound);
  return best?.name;
}

/** Known names with their distance from the word, nearest first and otherwise in the order given. */
export function rankByDistance(word: string, known: readonly string[]): { name: string; distance: number }[] {
  const folded = word.toLowerCase().slice(0, 60);
  return known
    .map((name) => ({ name, distance: distanceBetween(folded, name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
}

function distanceBetween(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
