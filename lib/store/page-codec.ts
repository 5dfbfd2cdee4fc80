/**
 * Sealed pages' content: messages of one chat as columns. Folding (`foldText`) happens when a
 * page is packed, once; opening one decodes only what is searched.
 */
export { PageFormatError } from './page-codec/byte-reader';
export { type OpenPage, openPage } from './page-codec/open-page';
export { packPage } from './page-codec/pack-page';
export { type PackedPage, packPages } from './page-codec/pack-pages';
export { SearchedPage } from './page-codec/searched-page';
export { type Column, textEnd } from './page-codec/searched-texts';
