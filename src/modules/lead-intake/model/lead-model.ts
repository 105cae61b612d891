import { Injectable } from '@nestjs/common';
import { Outbound, OutboundFailure, type OutboundAnswer } from '../../../platform/outbound/index.js';
import { Settings } from '../../settings/index.js';
import type { ReadFields } from '../draft-fields.js';
import { PROMPT } from './model-prompt.js';
import { readModelAnswer } from './model-answer.js';
import { ModelFailure } from './model-failure.js';

export interface ModelReading {
  readonly fields: ReadFields;
  readonly model: string;
}

interface Access {
  readonly key: string;
  readonly baseUrl: string;
  readonly model: string;
}

const TIMEOUT_MS = 10_000;
const MAX_ANSWER = 65_536;
const FAILURES_BEFORE_PAUSE = 3;
const PAUSE_MS = 30_000;

/** Calls the language model of the settings. After three failures in a row, calls pause for 30 seconds. */
@Injectable()
export class LeadModel {
  private failures = 0;
  private pausedUntil = 0;

  constructor(
    private readonly settings: Settings,
    private readonly outbound: Outbound,
  ) {}

  /** Returns undefined if no API key is set. */
  async read(text: string, today: string): Promise<ModelReading | undefined> {
    const {
      openai_api_key: key,
      openai_base_url: baseUrl,
      openai_model: model,
    } = await this.settings.together('openai_api_key', 'openai_base_url', 'openai_model');
    if (!key) return undefined;
    if (Date.now() < this.pausedUntil) throw new ModelFailure('failed several times and is paused');
    const access = { key, baseUrl, model };
    try {
      const fields = readModelAnswer(contentOf(await this.ask(access, text, today)), text);
      this.failures = 0;
      return { fields, model: access.model };
    } catch (error) {
      this.countFailure();
      throw error instanceof OutboundFailure
        ? new ModelFailure(WHY[error.code] ?? 'could not be reached', { cause: error })
        : error;
    }
  }

  private countFailure(): void {
    this.failures += 1;
    if (this.failures < FAILURES_BEFORE_PAUSE) return;
    this.failures = 0;
    this.pausedUntil = Date.now() + PAUSE_MS;
  }

  private ask({ key, baseUrl, model }: Access, text: string, today: string): Promise<OutboundAnswer> {
    const body = JSON.stringify({
      model,
      temperature: 0,
      response_format: { type: 'json_object' },
      messages: [
        { role: 'system', content: `${PROMPT}\nToday is ${today}.` },
        { role: 'user', content: JSON.stringify({ text }) },
      ],
    });
    return this.outbound.request({
      method: 'POST',
      url: `${baseUrl.replace(/\/+$/, '')}/chat/completions`,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body,
      timeoutMs: TIMEOUT_MS,
      maxBytes: MAX_ANSWER,
    });
  }
}

const WHY: Partial<Record<string, string>> = {
  timeout: 'took too long',
  'forbidden-address': 'is at a private address that OUTBOUND_ALLOW does not list',
};

function contentOf({ status, body, truncated }: OutboundAnswer): string {
  if (status < 200 || status >= 300) throw new ModelFailure(`answered ${status}`);
  if (truncated) throw new ModelFailure('sent too large an answer');
  try {
    const answer = JSON.parse(body.toString('utf8')) as { choices?: { message?: { content?: unknown } }[] } | null;
    const content = answer?.choices?.[0]?.message?.content;
    if (typeof content === 'string') return content;
  } catch {
    // Not JSON: the error below is thrown.
  }
  throw new ModelFailure('gave no usable answer');
}
