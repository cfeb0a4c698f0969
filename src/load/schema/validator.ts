/** The parts of ajv's errors that are used; ajv itself is not there at run time. */
export interface ValidatorError {
  readonly keyword: string;
  /** JSON pointer to the value. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The schema that holds the keyword. */
  readonly parentSchema: SchemaNode;
}

export interface SchemaNode {
  /** In words with an article, what the value should be: "a share such as 80% or 0.8". */
  readonly 'x-is'?: string;
  /** Values to suggest where a pattern, not a list, says what is allowed. */
  readonly 'x-values'?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly allOf?: readonly SchemaNode[];
}

/** A precompiled validator: true when the data fits, else false with all errors on itself. */
export interface Validator {
  (data: unknown): boolean;
  readonly errors?: readonly ValidatorError[] | null;
}
