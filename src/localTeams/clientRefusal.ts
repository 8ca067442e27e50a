/** Something that a Teams client would not let a person do; the control API answers with its status. */
export class ClientRefusal extends Error {
  override readonly name = 'ClientRefusal';

  constructor(
    readonly status: 400 | 403 | 404 | 409 | 422,
    readonly code: string,
    message: string,
    readonly inputs?: InputProblem[],
  ) {
    super(
      inputs
        ? `${message} ${inputs.map((problem) => `${problem.id}: ${problem.message}`).join('; ')}`
        : message,
    );
  }
}

/** What a client would show under an input. */
export interface InputProblem {
  id: string;
  message: string;
}

/** There is no such thing. */
export function unknown(what: string, name: string): ClientRefusal {
  return new ClientRefusal(404, 'NotFound', `There is no ${what} "${name}".`);
}

/** A client would not offer it now. */
export function notNow(code: string, message: string): ClientRefusal {
  return new ClientRefusal(409, code, message);
}
