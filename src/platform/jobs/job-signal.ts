import { Injectable } from '@nestjs/common';

/** Tells this process' own loop that there is work, so that it need not wait for its next look. Others find it by looking. */
@Injectable()
export class JobSignal {
  private readonly listeners = new Set<() => void>();

  onWake(listener: () => void): void {
    this.listeners.add(listener);
  }

  wake(): void {
    for (const listener of this.listeners) listener();
  }
}
