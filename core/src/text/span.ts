/*
 * A place in a text: a half-open pair of UTF-16 offsets into the text exactly as given.
 * Nothing here knows about lines; line and character exist only where a host asks for them.
 */

/** Half-open `[start, end)`, in UTF-16 code units; slicing the text by it gives what it names. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span from `start` up to, and not including, `end`. */
export function span(start: number, end: number): Span {
  return { start, end };
}

/** The same span in a text before which `by` characters were added. */
export function moveSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** Whether `offset` lies in the span or at either edge, as a text cursor does. */
export function touches(place: Span, offset: number): boolean {
  return place.start <= offset && offset <= place.end;
}

/** Whether two spans overlap or stand side by side. */
export function meets(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Whether `inner` lies wholly in `outer`. */
export function encloses(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The words that the span names. */
export function slice(text: string, place: Span): string {
  return text.slice(place.start, place.end);
}

/** The line around an offset, without its ends; the cost is that of the text and never more, whatever stands in it. */
export function lineAround(text: string, offset: number): Span {
  const before = (sign: string): number => (offset === 0 ? -1 : text.lastIndexOf(sign, offset - 1));
  const start = Math.max(before('\n'), before('\r')) + 1;
  const ends = ['\n', '\r'].map((sign) => text.indexOf(sign, offset)).filter((at) => at >= 0);
  return span(start, Math.min(text.length, ...ends));
}
