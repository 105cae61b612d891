import { applyDecorators, HttpCode, HttpStatus, SetMetadata, type Type } from '@nestjs/common';
import { ApiExtension, ApiResponse } from '@nestjs/swagger';

export const LOCATION = 'kontor:location';

export interface AnswerOptions {
  /** 201 for a created record, 202 for a started job. Default: 200. */
  readonly status?: HttpStatus.OK | HttpStatus.CREATED | HttpStatus.ACCEPTED;
  /** The collection of the created record, for `Location`: `leads`. */
  readonly location?: string;
}

/** A handler can take any parameters. Only its return type must match the view. */
type Handler<T> = (...parameters: never[]) => T | Promise<T>;
type AnswerDecorator<T> = <H extends Handler<T>>(
  target: object,
  key: string | symbol,
  method: TypedPropertyDescriptor<H>,
) => void;

/** Documents the response of a handler and sets its status. A handler with another return type does not compile. */
export function Returns<T>(view: Type<T>, options: AnswerOptions = {}): AnswerDecorator<T> {
  const status = options.status ?? HttpStatus.OK;
  const decorators = [ApiResponse({ status, type: view, description: description(status) }), HttpCode(status)];
  if (options.location) decorators.push(SetMetadata(LOCATION, options.location));
  return applyDecorators(...decorators) as AnswerDecorator<T>;
}

/** Documents a handler that responds 204 without a body. */
export const ReturnsNothing = (): AnswerDecorator<void> =>
  applyDecorators(
    ApiResponse({ status: HttpStatus.NO_CONTENT, description: 'No content' }),
    HttpCode(HttpStatus.NO_CONTENT),
  ) as AnswerDecorator<void>;

/** Sets the `operationId` if the names of handler and tag do not give the right id. */
export const OperationId = (id: string) => ApiExtension('x-operation-id', id);

/** Sets the name of the SDK method if it is not the `operationId` without the noun of its tag. */
export const SdkName = (name: string) => ApiExtension('x-sdk-method', name);

function description(status: HttpStatus): string {
  if (status === HttpStatus.CREATED) return 'Created';
  return status === HttpStatus.ACCEPTED ? 'Accepted' : 'Success';
}
