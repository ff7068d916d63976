/** What no wording of a kind may leave out, and why. */
export interface Mandatory {
  /** a placeholder, or in an English wording some words */
  says: string | RegExp;
  /** as it is said to whoever left it out */
  what: string;
  /** of the Complaint Handling Code; absent where the reader could not do without it */
  clause?: string;
}

/** What one kind of notice can say and must. */
export interface Said {
  /** placeholders beside those that every notice of its sort has */
  values: string;
  must?: readonly Mandatory[];
}

export const must = (says: string | RegExp, what: string, clause?: string): Mandatory =>
  clause === undefined ? { says, what } : { says, what, clause };
