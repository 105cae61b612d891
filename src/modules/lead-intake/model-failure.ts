/** Why the language model did not help, as the end of a sentence about it. */
export class ModelFailure extends Error {}
