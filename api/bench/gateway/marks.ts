/**
 * Where a request's text has the mark `NTH`, each sending has a number of its own there; where it has `ANY`, one of some
 * values. Marks are as long as what takes their place, so that the length in the head stays true.
 */
export const NTH = "nth-nth-nth-";
export const ANY = "any-any-any-any-";
