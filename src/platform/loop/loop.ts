export interface LoopOptions {
  /** Milliseconds between two looks when there is nothing to do, a fifth more or less so that instances do not march in step. */
  readonly idleMs: number;
  /** Milliseconds to let work gather after a wake-up. */
  readonly gatherMs: number;
  readonly onFailure: (error: unknown) => void;
}

const AFTER_FAILURE_MS = 500;

/** Looks for work again and again: at once while there is some, when woken, and every `idleMs` otherwise. */
export class Loop {
  private running: Promise<void> | undefined;
  private stopping = false;
  private isWoken = false;
  private interrupt: (() => void) | undefined;

  /** `step` says whether it wants to be called again at once. */
  constructor(
    private readonly step: () => Promise<boolean>,
    private readonly options: LoopOptions,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  wake(): void {
    this.isWoken = true;
    this.interrupt?.();
  }

  /** Begins no further step, and waits for the one at work. */
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
