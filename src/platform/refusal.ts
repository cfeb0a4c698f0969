/** The work cannot be done for a reason that the user can understand and change. Shown in plain words, without a stack. */
export class Refusal extends Error {
  /** What to do about it. */
  readonly help: string | undefined;

  constructor(message: string, help?: string) {
    super(message);
    this.name = 'Refusal';
    this.help = help;
  }
}
