/*
 * What the package exports as `critical-friend/remark`: the plugin alone, for the pipelines of others. The types beside it
 * are `core/remark.d.mts`.
 */
export { remarkCitations, remarkCitations as default } from './remarkCitations';
