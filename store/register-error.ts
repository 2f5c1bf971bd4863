/** A question or order to the people register that it can't follow; `message` says why and what to do, `statusCode` is HTTP's. */
export class RegisterError extends Error {
  readonly statusCode: 400 | 404 | 409;

  constructor(statusCode: RegisterError['statusCode'], message: string) {
    super(message);
    this.name = 'RegisterError';
    this.statusCode = statusCode;
  }
}
