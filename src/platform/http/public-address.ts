import type { AddressInfo } from 'node:net';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Config } from '../config/index.js';

/** Every address of the machine at once is none that a link could lead to. */
const EVERYWHERE: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** Where people reach this server: PUBLIC_URL, or what is really listened on (`PORT=0` takes a free port). */
@Injectable()
export class PublicAddress {
  constructor(
    private readonly config: Config,
    private readonly adapter: HttpAdapterHost,
  ) {}

  /** Without a slash at its end. */
  get url(): string {
    const { HOST, PORT, PUBLIC_URL } = this.config;
    if (PUBLIC_URL) return PUBLIC_URL;
    const host = EVERYWHERE[HOST] ?? HOST;
    return `http://${host.includes(':') ? `[${host}]` : host}:${this.listened?.port ?? PORT}`;
  }

  private get listened(): AddressInfo | undefined {
    const address = (
      this.adapter.httpAdapter.getHttpServer() as { address(): AddressInfo | string | null } | undefined
    )?.address();
    return typeof address === 'object' && address !== null ? address : undefined;
  }
}
