/*
 * How often each of many numbers has been counted. A folder of reviews has as many as it has findings, and a Map would
 * make an object of each: here all of them lie in two flat arrays, found by their own lower bits.
 */

const firstSize = 64;

/** Counts positive whole numbers. */
export class Tally {
  /** The numbers where they were put, 0 where there is none. */
  private numbers = new Float64Array(firstSize);
  private times = new Uint32Array(firstSize);
  private used = 0;

  /** How often a number has been counted. */
  of(number: number): number {
    return this.times[this.placeOf(number)] ?? 0;
  }

  /** Counts a number once more, or once less where it has been counted. */
  add(number: number, by: 1 | -1): void {
    let place = this.placeOf(number);
    const times = (this.times[place] ?? 0) + by;
    if (times < 0) return;
    if (this.numbers[place] !== number) {
      // Half of the room stays free, so that looking never takes long.
      if (this.used * 2 >= this.numbers.length) {
        this.makeRoom();
        place = this.placeOf(number);
      }
      this.numbers[place] = number;
      this.used++;
    }
    this.times[place] = times;
  }

  /** Where a number is, or would be put. */
  private placeOf(number: number): number {
    const last = this.numbers.length - 1;
    let place = number & last;
    while (this.numbers[place] !== number && this.numbers[place] !== 0) place = (place + 1) & last;
    return place;
  }

  /** Puts what counts into new arrays; what has been counted off again is forgotten. */
  private makeRoom(): void {
    const { numbers, times } = this;
    const counted = times.reduce((sum, each) => sum + (each > 0 ? 1 : 0), 0);
    let size = firstSize;
    while (size < counted * 4) size *= 2;
    this.numbers = new Float64Array(size);
    this.times = new Uint32Array(size);
    this.used = 0;
    for (const [i, number] of numbers.entries()) {
      const count = times[i] ?? 0;
      if (count === 0) continue;
      const place = this.placeOf(number);
      this.numbers[place] = number;
      this.times[place] = count;
      this.used++;
    }
  }
}
