import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiResponse, ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { Public } from '../../kernel/access.js';
import { Returns, SdkName } from '../../kernel/returns.js';
import { answerAs } from '../http/index.js';
import { LivenessView, ReadinessView } from './health.dto.js';
import { Health } from './health.js';
import { Metrics } from './metrics.js';

@ApiTags('Health')
@SkipThrottle()
@Controller()
export class HealthController {
  constructor(
    private readonly health: Health,
    private readonly metrics: Metrics,
  ) {}

  /** Says that the process is alive, whatever else is broken: restart it when this fails. */
  @Get('health/live')
  @Public()
  @Returns(LivenessView)
  @SdkName('live')
  checkLiveness(): LivenessView {
    return { status: 'ok' };
  }

  /** Says whether this instance should get requests: database, schema, and how far deliveries are behind. 503 when not. */
  @Get('health/ready')
  @Public()
  @Returns(ReadinessView)
  @SdkName('ready')
  @ApiResponse({ status: 503, type: ReadinessView, description: 'Not now.' })
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
