/** Stands among the records of a body where much was read and no record found, so that whoever goes through them may pause. */
export const PAUSE_MARK = Symbol('pause');
