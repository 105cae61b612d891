import { applyDecorators, HttpCode, HttpStatus, SetMetadata, type Type } from '@nestjs/common';
import { ApiExtension, ApiResponse } from '@nestjs/swagger';

export const LOCATION = 'kontor:location';

export interface AnswerOptions {
  /** 201 and 202 are for what is made and what is begun; 200 by default. */
  readonly status?: HttpStatus.OK | HttpStatus.CREATED | HttpStatus.ACCEPTED;
  /** The collection that a made record lies in, for `Location`: `leads`. */
  readonly location?: string;
}

/** A handler takes whatever parameters it likes; only its answer is tied to the view. */
type Handler<T> = (...parameters: never[]) => T | Promise<T>;
type AnswerDecorator<T> = <H extends Handler<T>>(
  target: object,
  key: string | symbol,
  method: TypedPropertyDescriptor<H>,
) => void;

/** Documents what a handler answers, sets the status, and makes a handler that answers anything else a compile error. */
export function Returns<T>(view: Type<T>, options: AnswerOptions = {}): AnswerDecorator<T> {
  const status = options.status ?? HttpStatus.OK;
  const decorators = [ApiResponse({ status, type: view, description: description(status) }), HttpCode(status)];
  if (options.location) decorators.push(SetMetadata(LOCATION, options.location));
  return applyDecorators(...decorators) as AnswerDecorator<T>;
}

/** For handlers that answer 204 with nothing. */
export const ReturnsNothing = (): AnswerDecorator<void> =>
  applyDecorators(
    ApiResponse({ status: HttpStatus.NO_CONTENT, description: 'Done; there is nothing to say.' }),
    HttpCode(HttpStatus.NO_CONTENT),
  ) as AnswerDecorator<void>;

/** The method's name in the SDK, where it is not the handler's own. */
export const SdkName = (name: string) => ApiExtension('x-sdk-method', name);

function description(status: HttpStatus): string {
  if (status === HttpStatus.CREATED) return 'Made.';
  return status === HttpStatus.ACCEPTED ? 'Accepted.' : 'Done.';
}
