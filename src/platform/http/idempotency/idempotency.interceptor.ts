import {
  Injectable,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  type Type,
} from '@nestjs/common';
import { INTERCEPTORS_METADATA, MODULE_METADATA } from '@nestjs/common/constants.js';
import type { Request, Response } from 'express';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { hasSecretResponse, isIdempotentInSteps, takesIdempotencyKey } from '../../../kernel/routes/idempotent.js';
import { dress } from '../answers/answer.js';
import { Idempotency } from './idempotency.js';

/** Applies one effect per `Idempotency-Key`. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly idempotency: Idempotency) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    if (request.headers['idempotency-key'] === undefined) return next.handle();
    const response = http.getResponse<Response>();
    // The stored response includes its headers.
    const handle = async (): Promise<unknown> =>
      dress(await firstValueFrom(next.handle() as Observable<unknown>, { defaultValue: undefined }), response);
    const handler = context.getHandler();
    return from(
      this.idempotency.run(request, response, handle, {
        inSteps: isIdempotentInSteps(handler),
        isSecret: hasSecretResponse(handler),
      }),
    );
  }
}

/**
 * Binds the interceptor to the writing handlers of these modules without `@NotIdempotent()`. A global interceptor would
 * cost 10 % of every read. Call it before Nest scans the modules.
 */
export function bindIdempotency(modules: readonly object[]): void {
  const controllers = modules.flatMap(
    (module) => (Reflect.getMetadata(MODULE_METADATA.CONTROLLERS, module) ?? []) as Type<object>[],
  );
  for (const { prototype } of controllers)
    for (const name of Object.getOwnPropertyNames(prototype)) bind(prototype as object, name);
}

function bind(prototype: object, name: string): void {
  const method = Object.getOwnPropertyDescriptor(prototype, name);
  const handler = method?.value as unknown;
  if (!method || typeof handler !== 'function' || !takesIdempotencyKey(handler)) return;
  const bound = (Reflect.getMetadata(INTERCEPTORS_METADATA, handler) ?? []) as unknown[];
  if (bound.includes(IdempotencyInterceptor)) return;
  UseInterceptors(IdempotencyInterceptor)(prototype, name, method);
}
