import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiResponse, ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { Public } from '../../kernel/access.js';
import { Returns } from '../../kernel/routes/returns.js';
import { answerAs } from '../http/index.js';
import { LivenessView, ReadinessView } from './health.dto.js';
import { Health } from './health.js';
import { Metrics } from './metrics.js';

/** Start time of the process. If the port is in use, a second start prints this time. */
const STARTED = new Date(performance.timeOrigin).toISOString();

@ApiTags('Health')
@SkipThrottle()
@Controller()
export class HealthController {
  constructor(
    private readonly health: Health,
    private readonly metrics: Metrics,
  ) {}

  /** Check liveness. Returns 200 while the process runs; restart the process if this check fails. */
  @Get('health/live')
  @Public()
  @Returns(LivenessView)
  @Header('X-Kontor-Since', STARTED)
  checkLiveness(): LivenessView {
    return { status: 'ok' };
  }

  /**
   * Check readiness. Returns 503 if the instance should not receive requests, because of the database, the migrations
   * or the disk.
   */
  @Get('health/ready')
  @Public()
  @Returns(ReadinessView)
  @ApiResponse({ status: 503, type: ReadinessView, description: 'Not ready' })
  async checkReadiness(@Res({ passthrough: true }) response: Response): Promise<ReadinessView> {
    const readiness = await this.health.readiness();
    if (readiness.status === 'error') answerAs(response, 503);
    return readiness;
  }

  @Get('metrics')
  @Public()
  @ApiExcludeEndpoint()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  read(@Req() request: Request): Promise<string> {
    return this.metrics.read(request);
  }
}
