import type { AddressInfo } from 'node:net';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Config } from '../config/index.js';

/** A listening address for all interfaces cannot be used in a link. */
const EVERYWHERE: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** The public URL of this server: PUBLIC_URL, or the real listening address (`PORT=0` selects a free port). */
@Injectable()
export class PublicAddress {
  constructor(
    private readonly config: Config,
    private readonly adapter: HttpAdapterHost,
  ) {}

  /** Without a trailing slash. */
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
