import type { NestExpressApplication } from '@nestjs/platform-express';

export function serveDocument(_app: NestExpressApplication): void {}
