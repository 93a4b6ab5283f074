/** Stands among what a reader yields where much was read and nothing found, so that whoever goes through it may pause. */
export const PAUSE_MARK = Symbol('pause');
