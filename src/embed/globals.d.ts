// What AssemblyScript's runtime has and its declarations do not.

/** Frees managed objects that nothing leads to; none may be held by a function that is running. */
declare function __collect(): void;
