import { applyDecorators, HttpStatus } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { namesOf, type RecordResource } from '../type/record-names.js';

/** Documents the errors of one operation that cancel all operations of a bulk request. */
export function BulkResponses(resource: RecordResource): MethodDecorator {
  const { one } = namesOf(resource);
  const subject = one.charAt(0).toUpperCase() + one.slice(1);
  return applyDecorators(
    ApiResponse({
      status: HttpStatus.NOT_FOUND,
      description: `${subject} does not exist, and the operations are atomic`,
    }),
    ApiResponse({
      status: HttpStatus.PRECONDITION_FAILED,
      description: `${subject} has a newer version than expected, and the operations are atomic`,
    }),
  ) as MethodDecorator;
}
