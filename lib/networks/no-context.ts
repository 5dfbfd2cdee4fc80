/** Takes the place of WXT's context in the build of a reader, which lives by `beginLife`. */
export class ContentScriptContext {}
