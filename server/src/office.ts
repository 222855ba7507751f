/*
 * What writes Word documents and slides, as a bundle of its own that both doors of the server load at the first export. It
 * is larger than the server, which starts without it.
 */
import { office, type Office } from '../../core/src';

export { office };

/** What the bundle gives to whoever loads it. */
export interface OfficeBundle {
  readonly office: Office;
}
