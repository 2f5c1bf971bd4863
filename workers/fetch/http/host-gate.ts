/** Lets at most `perHost` holders in for each host; the rest wait in the order they came. */
export class HostGate {
  readonly #perHost: number;
  readonly #hosts = new Map<string, { held: number; waiting: (() => void)[] }>();

  constructor(perHost: number) {
    this.#perHost = perHost;
  }

  /** Waits for a slot of `host` and resolves to the function that gives it back. */
  async enter(host: string): Promise<() => void> {
    const line = this.#hosts.get(host) ?? { held: 0, waiting: [] };
    this.#hosts.set(host, line);
    if (line.held < this.#perHost) line.held++;
    else await new Promise<void>((admit) => line.waiting.push(admit));
    return () => this.#leave(host, line);
  }

  #leave(host: string, line: { held: number; waiting: (() => void)[] }): void {
    const next = line.waiting.shift();
    if (next) return next(); // the slot changes hands, so `held` stays
    line.held--;
    if (line.held === 0) this.#hosts.delete(host);
  }
}
