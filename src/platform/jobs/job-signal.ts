import { Injectable } from '@nestjs/common';

/** Wakes the polling loop of this process when there is work. Other processes find the work at their next check. */
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
