/** When a tablet is locked because nobody touches it: local decisions, on elapsed time. */

/** The page locks itself after this on a board, a list or a chart. */
export const LOCKS_AFTER_MINUTES = 5
/** And after this where an act is open, as long as a first signature waits for its check (SIGN-8). */
export const LOCKS_WITHIN_ACT_AFTER_MINUTES = 10
/** The server locks a session after this, also when its page is gone. */
export const SERVER_LOCKS_AFTER_MINUTES = 10
