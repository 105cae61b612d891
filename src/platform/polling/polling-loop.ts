export interface PollingLoopOptions {
  /**
   * Milliseconds between two checks without work, plus or minus a fifth, so that instances do not check at the same
   * time.
   */
  readonly idleMs: number;
  /** Milliseconds to collect work after a wake-up. */
  readonly gatherMs: number;
  readonly onFailure: (error: unknown) => void;
}

const AFTER_FAILURE_MS = 500;

/** Checks for work repeatedly: immediately while there is work, after a wake-up, and otherwise every `idleMs`. */
export class PollingLoop {
  private running: Promise<void> | undefined;
  private stopping = false;
  private isWoken = false;
  private interrupt: (() => void) | undefined;

  /** `step` returns whether it must be called again immediately. */
  constructor(
    private readonly step: () => Promise<boolean>,
    private readonly options: PollingLoopOptions,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  wake(): void {
    this.isWoken = true;
    this.interrupt?.();
  }

  /** Starts no further step and waits for the current step. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.interrupt?.();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      this.isWoken = false;
      if (await this.tryStep()) continue;
      if (!this.isWoken) await this.pause(this.options.idleMs * (0.8 + 0.4 * Math.random()), true);
      if (!this.stopping) await this.pause(this.options.gatherMs, false);
    }
  }

  private async tryStep(): Promise<boolean> {
    try {
      return await this.step();
    } catch (error) {
      this.options.onFailure(error);
      await this.pause(AFTER_FAILURE_MS, false);
      return false;
    }
  }

  private async pause(milliseconds: number, isWakeable: boolean): Promise<void> {
    if (this.stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      const end = (): void => {
        if (!isWakeable && !this.stopping) return;
        clearTimeout(timer);
        resolve();
      };
      this.interrupt = end;
    });
    this.interrupt = undefined;
  }
}
