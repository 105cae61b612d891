/** The message is the end of a sentence that begins with "The language model". */
export class ModelFailure extends Error {}
